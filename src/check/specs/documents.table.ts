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
  DM_NOTIFICATION: {
    title: 'OMA Device Management Notification Initiated Session 1.2',
    source: 'OMA-TS-DM_Notification-V1_2',
  },
  ERICSSON_WAP: {
    title: 'Ericsson generic WAP client, source code',
    source: 'push.c of the client, as published for SKY-EQUS',
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
  KANNEL: {
    title: "Kannel 1.4.5, user's guide and observed behaviour",
    source: 'https://www.kannel.org/download/1.4.5/userguide-1.4.5/userguide.html',
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
  MS_PUSH: {
    title: 'Windows Mobile documentation, service indications and links in messages',
    source: 'learn.microsoft.com, ms890499; systemmanager.ru, Windows Mobile 6.5 documents',
  },
  MSA: {
    title: 'JSR 248 Mobile Service Architecture, minimums as listed in a tutorial',
    source:
      'http://what-when-how.com/Tutorial/topic-1256epnu4h/Beginning-Java-ME-Platform-539.html',
  },
  MSDN_CAB: {
    title: 'Windows Mobile SDK, CAB files: delivery, version parameters, signing',
    source: 'MSDN library, aa458927, aa459022, bb158562, bb158700',
  },
  NOWSMS: {
    title: 'NowSMS forum and questions, service loading on phones',
    source: 'nowsms.com, forum and FAQ on WAP push',
  },
  OMNA: {
    title: 'OMNA registry of push application ids, as Kannel and Wireshark hold it',
    source: 'Kannel, gw/wsp_strings.def; Wireshark, packet-wsp.c',
  },
  OTA2: {
    title: 'MIDP 2.0, Over The Air User Initiated Provisioning',
    source: 'http://flanagan.ugr.es/J2ME/MIDP/midpng-javadoc-final/OTASpecification.html',
  },
  PAP2: {
    title: 'WAP-247 Push Access Protocol 2.0',
    source: 'WAP-247-PAP-20010429-a',
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
  RFC2387: {
    title: 'RFC 2387 The MIME Multipart/Related Content-type',
    source: 'https://www.rfc-editor.org/rfc/rfc2387',
  },
  RFC2818: { title: 'RFC 2818 HTTP Over TLS', source: 'https://www.rfc-editor.org/rfc/rfc2818' },
  RFC4366: {
    title: 'RFC 4366 Transport Layer Security (TLS) Extensions',
    source: 'https://www.rfc-editor.org/rfc/rfc4366',
  },
  RFC5246: {
    title: 'RFC 5246 The Transport Layer Security (TLS) Protocol Version 1.2',
    source: 'https://www.rfc-editor.org/rfc/rfc5246',
  },
  RFC5280: {
    title: 'RFC 5280 Internet X.509 Public Key Infrastructure Certificate and CRL Profile',
    source: 'https://www.rfc-editor.org/rfc/rfc5280',
  },
  RFC6266: {
    title: 'RFC 6266 Use of the Content-Disposition Header Field in HTTP',
    source: 'https://www.rfc-editor.org/rfc/rfc6266',
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
  SI: {
    title: 'WAP-167 Service Indication',
    source: 'WAP-167-ServiceInd, WAP Forum',
  },
  SMPP34: {
    title: 'SMPP 3.4, issue 1.2',
    source: 'Short Message Peer to Peer Protocol Specification v3.4, SMPP Developers Forum',
  },
  SO8613507: {
    title: 'Stack Overflow, WAP push that some phones do not show',
    source: 'https://stackoverflow.com/questions/8613507',
  },
  TS23038: {
    title: '3GPP TS 23.038 Alphabets and language-specific information',
    source: '3GPP TS 23.038',
  },
  TS23040: {
    title: '3GPP TS 23.040 Technical realization of the Short Message Service',
    source: '3GPP TS 23.040',
  },
  WBXML: {
    title: 'WAP-192 Binary XML Content Format',
    source: 'WAP-192-WBXML, WAP Forum',
  },
  WDP: {
    title: 'WAP-259 Wireless Datagram Protocol',
    source: 'WAP-259-WDP, WAP Forum',
  },
  WSP: {
    title: 'WAP-230 Wireless Session Protocol',
    source: 'WAP-230-WSP, WAP Forum',
  },
  S60_DOWNLOAD: {
    title: 'S60 download manager, source code',
    source: 'SymbianSource/oss.FCL.sf.mw.web, commit 50303e65, HttpDownload.cpp',
  },
  OMA_DOWNLOAD: {
    title: 'OMA Download Over the Air 1.0, as download agents implement it',
    source:
      'Chromium, OMADownloadHandler.java; MediaTek, DownloadProvider; phoneME, JUMP OMAOTADownloadModule; S60 codhandler, SymbianSource/oss.FCL.sf.mw.web at 50303e65',
  },
  SYMBIAN_INSTALLER: {
    title: 'Symbian software installer, source code',
    source: 'SymbianSource/oss.FCL.sf.mw.appinstall, commit 760927eb',
  },
  UAPROF_TYPES: {
    title: 'Media types of packages in 3,396 UAProf documents',
    source: 'GodsDev/uaprof-data, commit 56714d69',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly source: string }>>
