import type { ClauseRow } from '../specs.ts'

/** What phones need that install native packages, and what servers say of such installations. */
export const nativeClauses = [
  {
    id: 'NATIVE-FORMAT',
    document: 'SYMBIAN_INSTALLER',
    section: 'sisinstallerrors.h, KErrLegacySisFile',
    level: 'must',
    on: 'server',
    paraphrase:
      'Symbian OS 9 refuses packages of earlier releases, and those refuse its packages; Windows Mobile takes cabinets alone, and phones for Java suites take none of these.',
  },
  {
    id: 'NATIVE-TARGETS',
    document: 'SYMBIAN_INSTALLER',
    section: 'requisiteschecker.cpp; swipolicy.ini, SISCompatibleIfNoTargetDevices',
    level: 'should',
    on: 'author',
    paraphrase:
      'A package that names no product which the phone is registered for is installed only after a question whether to go on.',
  },
  {
    id: 'NATIVE-TARGETS-LISTED',
    document: 'SYMBIAN_INSTALLER',
    section: 'swipolicy.ini, SISCompatibleIfNoTargetDevices = false',
    level: 'should',
    on: 'author',
    paraphrase:
      'As phones were shipped, a package without a list of products is one for other products, though the installer could be set otherwise.',
  },
  {
    id: 'NATIVE-SETUP-DOCUMENT',
    document: 'MSDN_CAB',
    section: 'CAB files for Smartphone and Pocket PC',
    level: 'must',
    on: 'author',
    paraphrase:
      'A Smartphone installs by _setup.xml, and a device that a package lists as unsupported warns of it.',
  },
  {
    id: 'NATIVE-PROCESSOR',
    document: 'MSDN_CAB',
    section: 'bb158700, version parameters; processor types',
    level: 'must',
    on: 'author',
    paraphrase:
      'A package names the processor of the device or none, and a system that is not later than that of the device; its programs run on the machine they are for.',
  },
  {
    id: 'NATIVE-UNSIGNED-2003',
    document: 'MSDN_CAB',
    section: 'bb158562, signing',
    level: 'must',
    on: 'server',
    paraphrase: 'Pocket PC 2003 takes a cabinet that is longer than it says for no setup file.',
  },
  {
    id: 'NATIVE-STORED-2003',
    document: 'MSDN_CAB',
    section: 'Compress option of smart device CAB projects',
    level: 'should',
    on: 'author',
    paraphrase:
      'Compressed cabinets are not supported on Pocket PC 2003, though some of its devices take them.',
  },
  {
    id: 'NATIVE-INTACT',
    document: 'SYMBIAN_INSTALLER',
    section: 'installmachine.cpp, hashes of files; siscontents.cpp',
    level: 'must',
    on: 'server',
    paraphrase:
      'A package that cannot be read, or whose files are not what it says, is refused as corrupted.',
  },
  {
    id: 'NATIVE-AVAILABLE',
    document: 'RFC9110',
    section: '15.3.1 200 OK',
    level: 'must',
    on: 'server',
    paraphrase: 'What a link names is given out with 200 and all its octets.',
  },
  {
    id: 'NATIVE-LENGTH',
    document: 'RFC9110',
    section: '8.6 Content-Length',
    level: 'should',
    on: 'server',
    paraphrase:
      'Who knows the length of what it sends says it; chunks are for what is made while it is sent.',
  },
  {
    id: 'NATIVE-HEAD',
    document: 'S60_DOWNLOAD',
    section: 'HEAD before GET; RFC 9110 section 9.3.2',
    level: 'must',
    on: 'server',
    paraphrase:
      'S60 asks with HEAD first and goes by its answer: it is that of GET, without the octets.',
  },
  {
    id: 'NATIVE-MEDIA-TYPE',
    document: 'UAPROF_TYPES',
    section: 'CcppAccept of Symbian and Windows Mobile phones',
    level: 'should',
    on: 'server',
    paraphrase:
      'Packages are labelled x-epoc/x-sisx-app, application/vnd.symbian.install or application/vnd.ms-cab-compressed; phones of other makers list the older Symbian type for newer packages too.',
  },
  {
    id: 'NATIVE-NOT-TEXT',
    document: 'MSDN_CAB',
    section: 'aa458927, download of CAB files',
    level: 'must',
    on: 'server',
    paraphrase: 'What is labelled as a text is shown by the browser and not installed.',
  },
  {
    id: 'NATIVE-NOT-ZIP',
    document: 'S60_DOWNLOAD',
    section: 'types that start the installer, and those of other programs',
    level: 'must',
    on: 'server',
    paraphrase:
      'The installer is started for its own types, and by name and octets for types that nobody knows; what is labelled for another program goes to that.',
  },
  {
    id: 'NATIVE-FILE-NAME',
    document: 'RFC6266',
    section: '4.3 filename',
    level: 'must',
    on: 'server',
    paraphrase:
      'The shell of Windows Mobile opens a file by the extension of its name, which comes from Content-Disposition or else from the URL.',
  },
  {
    id: 'NATIVE-FILE-NAME-SYMBIAN',
    document: 'SYMBIAN_INSTALLER',
    section: 'sisxrecognizer/recsisx.cpp',
    level: 'should',
    on: 'server',
    paraphrase:
      'Symbian OS is certain of a package whose name ends in .sis, and as some builds are made, of none whose name ends in neither .sis nor .sisx.',
  },
  {
    id: 'NATIVE-VALIDATORS',
    document: 'S60_DOWNLOAD',
    section: 'resumption with If-Range',
    level: 'should',
    on: 'server',
    paraphrase:
      'A download is resumed by the ETag or the date that the server gave with its beginning.',
  },
  {
    id: 'NATIVE-VERSIONS',
    document: 'RFC9110',
    section: '8.8.3 ETag; 13.1.5 If-Range',
    level: 'must-if',
    on: 'server',
    paraphrase:
      'A strong entity tag is that of one representation: where its octets change, so does the tag.',
  },
  {
    id: 'NATIVE-NO-CODING',
    document: 'RFC9110',
    section: '8.4 Content-Encoding; 12.5.3 Accept-Encoding; 12.5.5 Vary',
    level: 'should',
    on: 'server',
    paraphrase:
      'A package is not coded unless the phone asks for that coding; then it is what its label says, and Vary names Accept-Encoding.',
  },
  {
    id: 'NATIVE-ONE-CLICK',
    document: 'DME',
    section: '5274, push installation',
    level: 'must',
    on: 'server',
    paraphrase:
      'The link leads to the package in one click: no name, no cookie, no page stands before it.',
  },
  {
    id: 'NATIVE-OTHER-PLATFORM',
    document: 'DME',
    section: '5274, push installation: the wrong client can be sent',
    level: 'should',
    on: 'server',
    paraphrase:
      'A link leads to the client that was picked with the order, and a phone of another platform may open it. What such a phone gets is the policy of the server, which the target file states: what was ordered, or a refusal to read without any package.',
  },
  {
    id: 'NATIVE-AFTER-A-CUT',
    document: 'S60_DOWNLOAD',
    section: 'download that is broken off and begun again',
    level: 'must',
    on: 'server',
    paraphrase: 'A transfer that the phone did not get whole does not use the link up.',
  },
  {
    id: 'NATIVE-UAPROF',
    document: 'UAPROF',
    section: 'Appendix A, attributes of the components; transport over W-HTTP',
    level: 'should',
    on: 'server',
    paraphrase:
      'A request names the document that tells the model, the system and the media types of the phone; a server can choose by it.',
  },
  {
    id: 'NATIVE-UAPROF-GONE',
    document: 'HARNESS',
    section: 'UAProf documents that cannot be had',
    level: 'should',
    on: 'server',
    paraphrase:
      'Hosts of UAProf documents may be gone, silent or in other hands: a server answers the phone without them, and soon.',
  },
  {
    id: 'NATIVE-STATUS',
    document: 'DME',
    section: '5912, software status',
    level: 'must',
    on: 'server',
    paraphrase:
      'A native installation is waiting for its download, then downloaded and waiting for verification; it is installed once the client has connected with that version.',
  },
  {
    id: 'NATIVE-SIGNATURE',
    document: 'SYMBIAN_INSTALLER',
    section: 'securitymanager.cpp; sisinstallerrors.h -10251, -10254; swipolicy.ini, AllowUnsigned',
    level: 'must',
    on: 'author',
    paraphrase:
      'A package of Symbian OS 9 is signed, and a signature that does not verify is the end of every installation.',
  },
  {
    id: 'NATIVE-SIGNATURE-DATES',
    document: 'SYMBIAN_INSTALLER',
    section: 'securitymanager.cpp, certificates that are expired or not valid yet',
    level: 'must',
    on: 'server',
    paraphrase:
      'A package is refused whose certificates are not valid on the day that the phone shows.',
  },
  {
    id: 'NATIVE-SIGNATURE-REACH',
    document: 'SYMBIAN_INSTALLER',
    section:
      'securitymanager.cpp, capabilities and protected UIDs; swipolicy.ini, UserCapabilities',
    level: 'must',
    on: 'author',
    paraphrase:
      'Capabilities beyond those that a user may give, and protected UIDs, take a signature that leads to a root of the phone.',
  },
  {
    id: 'NATIVE-DESCRIPTIONS',
    document: 'MSDN_CAB',
    section: '_setup.xml, Install configuration service provider',
    level: 'should',
    on: 'author',
    paraphrase:
      'Names, versions, processor, counts and files that _setup.xml states are those of the file .000 and of the cabinet.',
  },
] as const satisfies readonly ClauseRow[]
