import type { ClauseRow } from '../specs.ts'

/** How a device says what it is, and how a server keeps track of it. */
export const identificationClauses = [
  {
    id: 'MIDP2-OTA-HDR-01',
    document: 'OTA2',
    section: 'Device identification and request headers',
    level: 'must',
    on: 'device',
    paraphrase: 'Requests for content name the device, its languages and the media types it takes.',
    reading: 'A handset sends all three headers; a server requires none of them.',
    ambiguity: 'A1',
  },
  {
    id: 'MIDP2-OTA-HDR-02',
    document: 'OTA2',
    section: 'Device identification and request headers',
    level: 'should',
    on: 'device',
    paraphrase:
      'User-Agent is made of HTTP product tokens and includes the profiles and the configuration of the device.',
  },
  {
    id: 'MIDP2-OTA-HDR-03',
    document: 'OTA2',
    section: 'Device identification and request headers',
    level: 'should',
    on: 'device',
    paraphrase: 'A token for the model of the device comes first in its User-Agent.',
  },
  {
    id: 'MIDP2-OTA-HDR-04',
    document: 'OTA2',
    section: 'Device identification and request headers',
    level: 'should',
    on: 'server',
    paraphrase: 'A server picks the descriptor that suits the device from what its headers say.',
  },
  {
    id: 'MIDP2-OTA-HDR-05',
    document: 'OTA2',
    section: 'Device identification and request headers',
    level: 'may',
    on: 'device',
    paraphrase: 'Accept-Language names the languages the device is set to.',
    reading: 'A handset sends it; a server does not require it.',
    ambiguity: 'A1',
  },
  {
    id: 'MIDP2-OTA-HDR-06',
    document: 'OTA2',
    section: 'Device identification and request headers',
    level: 'should',
    on: 'device',
    paraphrase:
      'Accept names text/vnd.sun.j2me.app-descriptor for descriptors and application/java-archive for packages.',
  },
  {
    id: 'MIDP2-OTA-HDR-07',
    document: 'OTA2',
    section: 'Device identification and request headers',
    level: 'should',
    on: 'device',
    paraphrase:
      'The discovery application tells the server who made the device and which model it is.',
  },
  {
    id: 'MIDP1-OTA-COOKIE-01',
    document: 'OTA2',
    section: 'Changes since the recommended practice',
    level: 'informative',
    on: 'device',
    paraphrase:
      'Before MIDP 2.0 a cookie tied descriptor, package and report together, and the answer to the report ended it with Max-Age=0.',
  },
  {
    id: 'MIDP2-OTA-COOKIE-01',
    document: 'OTA2',
    section: 'Changes since the recommended practice',
    level: 'informative',
    on: 'server',
    paraphrase:
      'Devices need not keep cookies, since not every network carries them; a server cannot count on getting one back.',
    reading: 'A server never relies on a cookie.',
    ambiguity: 'A29',
  },
  {
    id: 'MIDP2-OTA-COOKIE-02',
    document: 'OTA2',
    section: 'Changes since the recommended practice',
    level: 'may',
    on: 'server',
    paraphrase:
      'To follow one download a server can write URLs of its own for package and reports into each descriptor it serves.',
  },
] as const satisfies readonly ClauseRow[]
