import type { ClauseRow } from '../specs.ts'

/** Fetch of the package and installation. */
export const packageClauses = [
  {
    id: 'MIDP2-OTA-JAR-01',
    document: 'OTA2',
    section: 'Install step 1',
    level: 'must',
    on: 'device',
    paraphrase:
      'The package is requested from exactly the URL in MIDlet-Jar-URL; the request needs no further headers.',
    reading: 'A handset sends its identification headers, and a server depends on none of them.',
    ambiguity: 'A1',
  },
  {
    id: 'MIDP2-OTA-JAR-02',
    document: 'PKG21',
    section: 'MIDlet-Jar-URL',
    level: 'must',
    on: 'device',
    paraphrase:
      'MIDlet-Jar-URL is absolute, or relative to the URL the descriptor was fetched from.',
    reading:
      'After a redirect phones keep resolving against the address they first asked, so redirects leave host and path alone or the URL is absolute.',
    ambiguity: 'A24',
  },
  {
    id: 'MIDP2-OTA-JAR-03',
    document: 'OTA2',
    section: 'Install step 2',
    level: 'should',
    on: 'device',
    paraphrase:
      'A package request answered with 401 or 407 is made again with the credentials that the user types.',
  },
  {
    id: 'MIDP2-OTA-JAR-04',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device',
    paraphrase:
      'The package and the headers it came with are examined, and the user learns why a suite cannot be installed.',
  },
  {
    id: 'MIDP2-OTA-JAR-05',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device',
    paraphrase: 'A suite that does not fit into memory is reported with 901.',
    reading: 'A size that is no number is 906; a number too large for the device is 901.',
    ambiguity: 'A12',
  },
  {
    id: 'MIDP2-OTA-JAR-06',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device',
    paraphrase: 'A package that is not to be had at MIDlet-Jar-URL is reported with 907.',
    reading:
      'A 4xx answer is 907; a connection that dies is 903; a body shorter than promised is 904.',
    ambiguity: 'A6',
  },
  {
    id: 'MIDP2-OTA-JAR-07',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device',
    paraphrase: 'A package whose size is not the one in the descriptor is reported with 904.',
    reading: 'A whole answer of the wrong length is 904; a connection that dies is 903.',
    ambiguity: 'A6',
  },
  {
    id: 'MIDP2-OTA-JAR-08',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device',
    paraphrase:
      'A package from which the manifest or any other file cannot be unpacked is reported with 907.',
  },
  {
    id: 'MIDP2-OTA-JAR-09',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device',
    paraphrase:
      'A manifest that breaks its grammar or lacks a mandatory attribute is reported with 907.',
    reading: 'An attribute missing from the manifest but given in the descriptor is 907, not 905.',
    ambiguity: 'A32',
  },
  {
    id: 'MIDP2-OTA-JAR-10',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device and author',
    paraphrase:
      'Name, version and vendor are the same in descriptor and manifest; a difference is reported with 905.',
    reading: 'The same means octet for octet, case included, after folded lines are joined.',
    ambiguity: 'A9',
  },
  {
    id: 'MIDP2-OTA-JAR-11',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device and author',
    paraphrase:
      'In a trusted suite the attributes that stand in both descriptor and manifest have equal values; a difference is reported with 905.',
    reading: 'This holds for every attribute, not only those that begin with MIDlet-.',
    ambiguity: 'A8',
  },
  {
    id: 'MIDP2-OTA-JAR-12',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device',
    paraphrase: 'A suite whose signature or certificates do not hold is reported with 909.',
    reading: '909 for every failed signature, though Nokia reports 910 and phoneME nothing.',
    ambiguity: 'A7',
  },
  {
    id: 'MIDP2-OTA-JAR-13',
    document: 'OTA2',
    section: 'Install step 3; Update',
    level: 'must',
    on: 'device',
    paraphrase: 'An unsigned suite that would replace a signed one is reported with 910.',
  },
  {
    id: 'MIDP2-OTA-JAR-14',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device',
    paraphrase: 'A suite that is denied a permission it must have is reported with 910.',
  },
  {
    id: 'MIDP2-OTA-JAR-15',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'must',
    on: 'device',
    paraphrase:
      'A suite whose push connections cannot be registered, other than for want of a permission, is reported with 911.',
  },
  {
    id: 'MIDP2-OTA-JAR-16',
    document: 'OTA2',
    section: 'Install step 3',
    level: 'should',
    on: 'device',
    paraphrase:
      'A network that goes away during installation is reported with 903 if that is still possible.',
    reading: 'The report is optional; some modules never send it.',
    ambiguity: 'A18',
  },
  {
    id: 'MIDP2-OTA-JAR-17',
    document: 'PKG21',
    section: 'MicroEdition-Profile, MicroEdition-Configuration',
    level: 'must',
    on: 'device',
    paraphrase:
      'A suite that names a profile or configuration the device does not have is not installed and is reported with 908.',
    reading:
      '907 if neither descriptor nor manifest names any, 908 if one is named that the device lacks. Profiles are separated by blanks; a comma makes an unknown profile.',
    ambiguity: 'A10, A30',
  },
  {
    id: 'MIDP2-OTA-INST-01',
    document: 'OTA2',
    section: 'Installation',
    level: 'must',
    on: 'device',
    paraphrase:
      'The user can stop an installation at any time; a stopped installation leaves the device as it was before.',
    reading: 'A server reads 902 as "given up"; some devices send it for troubles of their own.',
    ambiguity: 'A13',
  },
  {
    id: 'MIDP2-OTA-INST-02',
    document: 'OTA2',
    section: 'Install steps 4 and 5',
    level: 'must',
    on: 'device',
    paraphrase:
      'An installation ends with a suite that can be run or with a failure, and in both cases with a status report.',
  },
  {
    id: 'MIDP2-OTA-INST-03',
    document: 'OTA2',
    section: 'Installation',
    level: 'should',
    on: 'device',
    paraphrase: 'Installing a suite that is already there is an update of it.',
  },
] as const satisfies readonly ClauseRow[]
