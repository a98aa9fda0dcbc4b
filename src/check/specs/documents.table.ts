/** The documents that clauses rest on, by the tag that the clause tables use. */
export const documents = {
  BLACKBERRY: {
    title: 'BlackBerry OS browser installer, observed behaviour',
    source: 'observed behaviour of the BlackBerry OS installer',
  },
  CERT21: {
    title: 'MIDP 2.1, package javax.microedition.pki',
    source: 'phoneME, midp/src/security/pki/reference/classes/javax/microedition/pki/package.html',
  },
  DEVX: {
    title: 'Deploying to the Sprint network (DevX)',
    source: 'http://www.devx.com/Java/Article/10688/0/page/3',
  },
  DME: {
    title: 'DME Server 5.0, manual of the server',
    source: 'resources.solitonsystems.com/manuals/server/5_0/',
  },
  HANDY: {
    title: 'HandyLearn, notes on the JAD file',
    source: 'http://en.handylearn.eu/develop/jad-info.html',
  },
  HARNESS: {
    title: 'ota-handset, rules of its own',
    source: 'this product',
  },
  IO21: {
    title: 'MIDP 2.1, package javax.microedition.io',
    source: 'phoneME, midp/src/protocol/ssl/classes/javax/microedition/io/package.html',
  },
  JRT: {
    title: 'Nokia Java Runtime for Symbian, source code',
    source: 'SymbianSource/oss.FCL.sf.app.JRT, commit 0822c2dc',
  },
  JTWI: {
    title: 'JSR 185 Java Technology for the Wireless Industry, minimums as listed by Nokia',
    source: 'http://www.developer.nokia.com/Community/Wiki/index.php?title=JTWI&oldid=162073',
  },
  MIDP2_BOOK: {
    title: 'New for MIDP 2.0, book chapter',
    source: 'http://codeidol.com/community/java/download/11995/',
  },
  MOT_C381P: {
    title: 'Motorola C381p developer guide',
    source: 'https://azmanual.top/manuals/122545/motorola-handset-c381p.html?page=21',
  },
  MOT_V6: {
    title: 'Motorola V6 Java ME developer guide',
    source: 'https://manualshive.com/en/manual/motorola/motorazr-maxx-v6/243596?page=26',
  },
  MSA: {
    title: 'JSR 248 Mobile Service Architecture, minimums as listed in a tutorial',
    source:
      'http://what-when-how.com/Tutorial/topic-1256epnu4h/Beginning-Java-ME-Platform-539.html',
  },
  OTA2: {
    title: 'MIDP 2.0, Over The Air User Initiated Provisioning',
    source: 'http://flanagan.ugr.es/J2ME/MIDP/midpng-javadoc-final/OTASpecification.html',
  },
  PAX: {
    title: 'Paxmodept, field notes on error 907',
    source: 'http://www.paxmodept.com/telesto/blogitem.htm?id=609',
  },
  PHONEME: {
    title: 'phoneME, the reference implementation of MIDP 2.1, source code',
    source: 'phoneME commit 5a13f65c, midp/src/ams/installer/reference/classes',
  },
  PKG21: {
    title: 'MIDP 2.1, package javax.microedition.midlet',
    source:
      'phoneME, midp/src/ams/ams_api/reference/classes/javax/microedition/midlet/package.html',
  },
  PKI21: {
    title: 'MIDP 2.1, Trusted MIDlet Suites using X.509 PKI',
    source:
      'phoneME, midp/src/ams/ams_api/reference/classes/javax/microedition/midlet/doc-files/PKITrust.html',
  },
  PUSH21: {
    title: 'MIDP 2.1, javax.microedition.io.PushRegistry',
    source:
      'phoneME, midp/src/push/push_api/nativepush/classes/javax/microedition/io/PushRegistry.java',
  },
  RFC7617: {
    title: 'RFC 7617 The Basic HTTP Authentication Scheme',
    source: 'https://www.rfc-editor.org/rfc/rfc7617',
  },
  UAPROF: {
    title: 'WAP-248 User Agent Profile',
    source: 'WAP-248-UAPROF-20011020-a',
  },
  RFC9110: { title: 'RFC 9110 HTTP Semantics', source: 'https://www.rfc-editor.org/rfc/rfc9110' },
  RFC9111: { title: 'RFC 9111 HTTP Caching', source: 'https://www.rfc-editor.org/rfc/rfc9111' },
  RFC9112: { title: 'RFC 9112 HTTP/1.1', source: 'https://www.rfc-editor.org/rfc/rfc9112' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly source: string }>>
