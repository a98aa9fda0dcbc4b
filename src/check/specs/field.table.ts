import type { ClauseRow } from '../specs.ts'

/** What deployed devices and networks need, beyond what any document demands. */
export const fieldClauses = [
  {
    id: 'FIELD-JAD-MEDIA-TYPE',
    document: 'HANDY',
    section: 'remark on MIME types',
    level: 'field',
    on: 'server',
    paraphrase:
      'Many phones show, store or refuse a descriptor that is labelled as plain text, as HTML or as mere octets, or not at all.',
  },
  {
    id: 'FIELD-JAD-BLANK-LINES',
    document: 'HANDY',
    section: 'remark on empty lines',
    level: 'field',
    on: 'author',
    paraphrase: 'Some phones refuse a descriptor with empty lines, though the grammar allows them.',
    reading: 'Write none, accept them.',
    ambiguity: 'A4',
  },
  {
    id: 'FIELD-JAD-LINE-ENDS',
    document: 'PAX',
    section: 'remark on line ends',
    level: 'field',
    on: 'author',
    paraphrase: 'Some phones fail when line ends of different kinds are mixed in one descriptor.',
  },
  {
    id: 'FIELD-JAR-URL',
    document: 'HANDY',
    section: 'remark on MIDlet-Jar-URL',
    level: 'field',
    on: 'author',
    paraphrase:
      'Write MIDlet-Jar-URL in full: a good number of phones cannot resolve a relative one, or resolve it in a way of their own.',
  },
  {
    id: 'FIELD-GATEWAY-CACHE',
    document: 'DEVX',
    section: 'remark on caches of the operator',
    level: 'field',
    on: 'server',
    paraphrase:
      'The gateway of an operator kept descriptors and packages and gave out old ones after an update.',
  },
  {
    id: 'FIELD-JAD-SIZE',
    document: 'JTWI',
    section: 'minimum sizes',
    level: 'must',
    on: 'author',
    paraphrase: 'Phones are only bound to take descriptors of 5 KB.',
  },
  {
    id: 'FIELD-JAD-SIZE-MSA',
    document: 'MSA',
    section: 'minimum sizes',
    level: 'must',
    on: 'author',
    paraphrase: 'Later phones are bound to take descriptors of 10 KB with 512 attributes.',
  },
  {
    id: 'FIELD-JAR-SIZE',
    document: 'JTWI',
    section: 'minimum sizes',
    level: 'must',
    on: 'author',
    paraphrase: 'Phones are only bound to take packages of 64 KB.',
  },
  {
    id: 'FIELD-JAR-SIZE-MSA',
    document: 'MSA',
    section: 'minimum sizes',
    level: 'must',
    on: 'author',
    paraphrase: 'Later phones are bound to take packages of 300 KB.',
  },
  {
    id: 'FIELD-SHORT-NAMES',
    document: 'MOT_C381P',
    section: 'p. 21',
    level: 'field',
    on: 'author',
    paraphrase: 'Motorola phones take names of suites and vendors of up to 32 characters.',
  },
  {
    id: 'FIELD-JAR-CONTENT-LENGTH',
    document: 'JRT',
    section: 'javainstaller, download of the package',
    level: 'field',
    on: 'server',
    paraphrase:
      'Nokia phones compare Content-Length with MIDlet-Jar-Size before they read the package, and report 904 if the two differ.',
  },
  {
    id: 'FIELD-JAR-MEDIA-TYPE',
    document: 'PHONEME',
    section: 'HttpInstaller',
    level: 'field',
    on: 'server',
    paraphrase:
      'A package comes as application/java-archive or application/java; phoneME reports 907 for any other label but accepts none at all.',
  },
  {
    id: 'FIELD-JAR-ACCEPT',
    document: 'BLACKBERRY',
    section: 'package request',
    level: 'field',
    on: 'server',
    paraphrase:
      'Packages are asked for with short Accept lists and with long ones that contain types for protected content; the package is served to all.',
  },
  {
    id: 'FIELD-JAR-STABLE',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'field',
    on: 'server',
    paraphrase:
      'A package asked for again is the same, octet for octet, since size and signature in the descriptor speak of one package only.',
  },
  {
    id: 'FIELD-JAR-AGAIN',
    document: 'MOT_V6',
    section: 'p. 26, download by byte ranges',
    level: 'field',
    on: 'server',
    paraphrase:
      'A package URL works more than once: phones ask again after a loss, after a question to their user, or for the next range.',
  },
  {
    id: 'FIELD-JAR-RANGES',
    document: 'MOT_V6',
    section: 'p. 26, download by byte ranges',
    level: 'field',
    on: 'server',
    paraphrase: 'Motorola phones fetch packages of more than about 30 kB in ranges.',
  },
  {
    id: 'FIELD-JAR-ANY-AGENT',
    document: 'OTA2',
    section: 'Install step 1',
    level: 'field',
    on: 'server',
    paraphrase:
      'The browser fetches the descriptor, the installer the package: each may give a User-Agent of its own, and few headers besides.',
  },
  {
    id: 'FIELD-BASIC-FIRST',
    document: 'PHONEME',
    section: 'HttpInstaller, authentication',
    level: 'must-if',
    on: 'server',
    paraphrase:
      'phoneME and Nokia phones read only the first challenge, and go on only if it is Basic.',
  },
  {
    id: 'FIELD-ONE-REALM',
    document: 'PHONEME',
    section: 'HttpInstaller, authentication',
    level: 'field',
    on: 'server',
    paraphrase: 'The credentials typed for the descriptor are sent with the package request too.',
  },
  {
    id: 'FIELD-REDIRECTS',
    document: 'PHONEME',
    section: 'HttpInstaller, redirects',
    level: 'field',
    on: 'server',
    paraphrase:
      'phoneME follows one redirect (301, 302, 303 or 307) and takes Location as it stands; Nokia phones want it absolute.',
    reading: 'At most one redirect for each fetch, to an absolute URL.',
    ambiguity: 'A24',
  },
  {
    id: 'FIELD-RETRY-AFTER',
    document: 'PHONEME',
    section: 'HttpInstaller, 503',
    level: 'field',
    on: 'server',
    paraphrase: 'phoneME waits for a Retry-After in seconds and gives up at a date or at none.',
  },
  {
    id: 'FIELD-REPORT-BODY',
    document: 'PHONEME',
    section: 'OtaNotifier',
    level: 'field',
    on: 'server',
    paraphrase:
      'Reports come with and without a line end, and their text varies in case or is missing; only the three digits are sure.',
    reading: 'The three digits at the start of the first line are the report.',
    ambiguity: 'A2',
  },
  {
    id: 'FIELD-REPORT-CONTENT-TYPE',
    document: 'JRT',
    section: 'javainstaller, status reports',
    level: 'field',
    on: 'server',
    paraphrase:
      'Nokia phones label a report text/plain with charset utf-8; phoneME and BlackBerry give it no label.',
  },
  {
    id: 'FIELD-REPORT-AUTH',
    document: 'JRT',
    section: 'javainstaller, status reports',
    level: 'field',
    on: 'server',
    paraphrase: 'Phones have no credentials for report URLs and do not answer a challenge there.',
  },
  {
    id: 'FIELD-REPORT-REDIRECT',
    document: 'JRT',
    section: 'javainstaller, status reports',
    level: 'field',
    on: 'server',
    paraphrase:
      'A report answered with a redirect fails on phoneME, and on Nokia phones is posted again and again to the first URL.',
  },
  {
    id: 'FIELD-REPORT-POST',
    document: 'MOT_V6',
    section: 'p. 31, status report',
    level: 'field',
    on: 'server',
    paraphrase: 'Reports are posts; a server built around GET never sees them.',
  },
  {
    id: 'FIELD-REPORT-TIMEOUT',
    document: 'JRT',
    section: 'nokia_timeout',
    level: 'field',
    on: 'server',
    paraphrase:
      'Nokia phones give up on a connection after 60 seconds, and keep their user waiting till then.',
  },
  {
    id: 'FIELD-REPORT-REPEATED',
    document: 'PHONEME',
    section: 'OtaNotifier, MAX_INSTALL_DELETE_NOTIFICATION_RETRIES',
    level: 'field',
    on: 'server',
    paraphrase:
      'A report whose answer got lost is sent again, up to five times; it is one event and not several.',
  },
  {
    id: 'FIELD-REPORT-LATE',
    document: 'OTA2',
    section: 'Status reports',
    level: 'field',
    on: 'server',
    paraphrase:
      'Reports come late, from another address and in any order, after whatever session they belong to has ended.',
    reading: 'A server takes reports at any time and in any order.',
    ambiguity: 'A15',
  },
  {
    id: 'FIELD-JAR-NEEDS',
    document: 'MOT_C381P',
    section: 'status codes, 913',
    level: 'field',
    on: 'author',
    paraphrase:
      'A suite that needs a package of classes which the phone has not is refused with 913 by phones that look for it; others fail when it runs.',
  },
  {
    id: 'FIELD-SUITE-IDENTITY',
    document: 'PHONEME',
    section: 'Installer, search for the version that is there',
    level: 'field',
    on: 'author',
    paraphrase:
      'phoneME and Nokia phones know a suite by its vendor and its name: under another name an update is another suite, which stands beside the old one.',
  },
  {
    id: 'HARNESS-TARGET-HOSTS',
    document: 'HARNESS',
    section: 'Hosts of the target',
    level: 'field',
    on: 'server',
    paraphrase:
      'Every URL that a target hands to a phone leads to a host that the target file names.',
  },
] as const satisfies readonly ClauseRow[]
