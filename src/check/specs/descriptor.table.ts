import type { ClauseRow } from '../specs.ts'

/** Grammar and attributes of descriptor and manifest. */
export const descriptorClauses = [
  {
    id: 'PKG21-JAD-GRAMMAR',
    document: 'PKG21',
    section: 'BNF for parsing application descriptors',
    level: 'must',
    on: 'author',
    paraphrase:
      'A descriptor is a run of lines, each a name, a colon, optional blanks, a value and a line end. Names hold no blanks, control characters or separators; values hold no control characters; no line continues another.',
    reading:
      'Descriptors are never folded: lines that continue others are for manifests, and phones that accept them here each do it in their own way.',
    ambiguity: 'A3',
  },
  {
    id: 'PKG21-JAD-FIRST-CHARACTER',
    document: 'PKG21',
    section: 'BNF for parsing application descriptors',
    level: 'field',
    on: 'author',
    paraphrase:
      'The grammar knows no byte order mark: U+FEFF at the start becomes part of the first attribute name, which thereby is another name.',
  },
  {
    id: 'PKG21-JAD-LINE-END',
    document: 'PKG21',
    section: 'BNF for parsing application descriptors',
    level: 'field',
    on: 'author',
    paraphrase: 'Every line of a descriptor, the last one too, is closed by CR LF or by LF.',
  },
  {
    id: 'PKG21-JAD-NAMES',
    document: 'PKG21',
    section: 'Application descriptor',
    level: 'must',
    on: 'author',
    paraphrase: 'Attribute names are compared exactly, case included.',
  },
  {
    id: 'PKG21-JAD-DUPLICATES',
    document: 'PKG21',
    section: 'Application descriptor',
    level: 'must',
    on: 'author',
    paraphrase:
      'An attribute name stands in a descriptor once; which value counts otherwise is not said.',
  },
  {
    id: 'PKG21-JAD-RESERVED',
    document: 'PKG21',
    section: 'Application descriptor',
    level: 'must',
    on: 'author',
    paraphrase:
      'Authors make up no attributes whose names begin with MIDlet- or MicroEdition-; those are kept for specifications.',
  },
  {
    id: 'PKG21-VERSION',
    document: 'PKG21',
    section: 'MIDlet-Version',
    level: 'must',
    on: 'author',
    paraphrase:
      'A version is two or three numbers from 0 to 99 with dots between them; a missing third number is 0.',
    reading:
      'A descriptor without a version is incomplete (906); that a missing version counts as 0.0.0 matters only for very old suites.',
    ambiguity: 'A5',
  },
  {
    id: 'PKG21-JAR-SIZE',
    document: 'PKG21',
    section: 'MIDlet-Jar-Size',
    level: 'must',
    on: 'author',
    paraphrase: 'MIDlet-Jar-Size is the exact number of octets of the package, in decimal digits.',
    reading: 'A value that is no whole number, or is negative, is 906.',
    ambiguity: 'A12',
  },
  {
    id: 'PKG21-MIDLETS',
    document: 'PKG21',
    section: 'MIDlet-<n>',
    level: 'must',
    on: 'author',
    paraphrase:
      'The applications of a suite are MIDlet-1, MIDlet-2 and so on without a gap, each a name, an icon that may be empty, and a class. Whatever follows a gap does not exist.',
  },
  {
    id: 'PKG21-PROFILES',
    document: 'PKG21',
    section: 'MicroEdition-Profile, MicroEdition-Configuration',
    level: 'must',
    on: 'author',
    paraphrase:
      'The profiles and the configuration a suite needs are named in the descriptor, the manifest or both; several profiles are separated by blanks.',
    reading: 'Named in neither is 907; a comma between profiles makes a profile nobody has, 908.',
    ambiguity: 'A10, A30',
  },
  {
    id: 'PKG21-MANIFEST',
    document: 'PKG21',
    section: 'JAR manifest',
    level: 'must',
    on: 'author',
    paraphrase:
      'The manifest follows the JAR format and names the suite, its version and its vendor; devices cope with lines longer than the format allows.',
  },
  {
    id: 'PUSH21-STATIC',
    document: 'PUSH21',
    section: 'Static registration',
    level: 'must',
    on: 'author',
    paraphrase:
      'Push connections to be set up at installation are MIDlet-Push-1 and so on in the descriptor, each a connection, a class of the suite and a filter of senders.',
    reading: 'In the descriptor, even though another chapter allows them in the manifest alone.',
    ambiguity: 'A26',
  },
] as const satisfies readonly ClauseRow[]
