import type { ClauseRow } from '../specs.ts'

/** Discovery of suites and the fetch of the descriptor. */
export const discoveryClauses = [
  {
    id: 'MIDP2-OTA-GEN-01',
    document: 'OTA2',
    section: 'Overview',
    level: 'must',
    on: 'device',
    paraphrase:
      'A device has a browser or another built-in application with which its user finds suites, and it implements the whole chapter.',
  },
  {
    id: 'MIDP2-OTA-GEN-02',
    document: 'OTA2',
    section: 'Functional requirements',
    level: 'must',
    on: 'device',
    paraphrase:
      'A device can find a descriptor on the network, fetch descriptor and package over HTTP/1.1 or a protocol of equal power, answer 401 and 407 with credentials of its user, and install, run and remove a suite as one unit.',
  },
  {
    id: 'MIDP2-OTA-GEN-03',
    document: 'OTA2',
    section: 'Functional requirements; Install step 2',
    level: 'must',
    on: 'device',
    paraphrase:
      'Basic is the one authentication scheme every device can do; a server that wants credentials has to offer it.',
  },
  {
    id: 'MIDP2-OTA-GEN-04',
    document: 'OTA2',
    section: 'Overview',
    level: 'may',
    on: 'device',
    paraphrase:
      'Suites may also come over cable, infrared or Bluetooth; how is not regulated here.',
  },
  {
    id: 'MIDP2-OTA-DISC-01',
    document: 'OTA2',
    section: 'Discovery',
    level: 'must',
    on: 'device',
    paraphrase:
      'A user picks a link; where a descriptor exists it is fetched first, and the package only once the descriptor allows it or there is none.',
  },
  {
    id: 'MIDP2-OTA-DISC-02',
    document: 'OTA2',
    section: 'Discovery',
    level: 'should',
    on: 'device',
    paraphrase:
      'The application used for discovery lets its user go to an address, read about a suite there and select a link that installs it.',
  },
  {
    id: 'MIDP2-OTA-DISC-03',
    document: 'OTA2',
    section: 'Discovery',
    level: 'informative',
    on: 'device',
    paraphrase:
      'A link can lead to the package itself; then the package and its URL are installed without a descriptor.',
    reading:
      'Report URLs in the manifest of a suite installed without a descriptor are used if they are there, as phoneME does.',
    ambiguity: 'A27',
  },
  {
    id: 'MIDP2-OTA-JAD-01',
    document: 'OTA2',
    section: 'Discovery step 1',
    level: 'must',
    on: 'server',
    paraphrase:
      'A server that answers with a descriptor says so with the media type text/vnd.sun.j2me.app-descriptor.',
  },
  {
    id: 'MIDP2-OTA-JAD-02',
    document: 'OTA2',
    section: 'Discovery step 2',
    level: 'must',
    on: 'device',
    paraphrase:
      'A device decides from the descriptor, before fetching the package, whether the suite can be installed, and tells its user what stands in the way as early as it can.',
    reading:
      'An unsupported profile or configuration named in the descriptor is reported before the package is fetched, so a server cannot expect a package request ahead of a 908.',
    ambiguity: 'A11',
  },
  {
    id: 'MIDP2-OTA-JAD-03',
    document: 'OTA2',
    section: 'Discovery step 2',
    level: 'should',
    on: 'device',
    paraphrase:
      'The request for the descriptor says which device asks, in its identification headers.',
  },
  {
    id: 'MIDP2-OTA-JAD-04',
    document: 'OTA2',
    section: 'Discovery step 3',
    level: 'must',
    on: 'server and device',
    paraphrase:
      'A descriptor is turned into Unicode before anything reads it. Its charset is the one in its Content-Type, and UTF-8 where none is given.',
    reading: 'Other charsets are legal if the device offered them, but UTF-8 is what to serve.',
    ambiguity: 'A25',
  },
  {
    id: 'MIDP2-OTA-JAD-05',
    document: 'OTA2',
    section: 'Discovery step 3',
    level: 'should',
    on: 'device',
    paraphrase:
      'A device that can read charsets besides UTF-8 lists them in Accept-Charset and goes by the charset of the answer.',
    reading: 'A server uses only UTF-8 or a charset that the request offered.',
    ambiguity: 'A25',
  },
  {
    id: 'MIDP2-OTA-JAD-06',
    document: 'OTA2',
    section: 'Discovery step 3',
    level: 'must',
    on: 'server and author',
    paraphrase:
      'A descriptor keeps to its grammar and has every mandatory attribute; a device refuses any other with 906.',
    reading:
      'A device keeps the report URL it read before or after the broken line; a server can conclude nothing from a report that does not come.',
    ambiguity: 'A21',
  },
  {
    id: 'MIDP2-OTA-JAD-07',
    document: 'OTA2',
    section: 'Discovery step 4',
    level: 'should',
    on: 'device',
    paraphrase:
      'The user agrees after seeing name, vendor, version and size, is warned of an equal or older version, and is helped to make room.',
    reading: 'The warning and the consent are mandatory when a suite is replaced.',
    ambiguity: 'A33',
  },
  {
    id: 'MIDP2-OTA-JAD-08',
    document: 'PKG21',
    section: 'Application descriptor',
    level: 'should',
    on: 'server and device',
    paraphrase:
      'How a descriptor fetched over HTTP is encoded is settled by ordinary HTTP negotiation: charset and content coding.',
  },
  {
    id: 'MIDP2-OTA-NET-01',
    document: 'OTA2',
    section: 'Installation',
    level: 'must',
    on: 'server',
    paraphrase:
      'Everything between the device and the suite, origin server, proxies and network, lets the sequence of requests and answers of an installation through.',
    reading:
      'A server asks for no credentials on a descriptor if it expects reports, since a device that is refused there knows no report URL.',
    ambiguity: 'A23',
  },
] as const satisfies readonly ClauseRow[]
