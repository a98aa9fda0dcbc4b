import { domainValues } from './vocabulary.ts'
import type { WbxmlVocabulary } from './vocabulary.ts'

/** Cache Operation 1.0 (WAP-175). */
export const coVocabulary = {
  name: 'CO 1.0',
  publicId: 0x07,
  documentType: {
    publicId: '-//WAPFORUM//DTD CO 1.0//EN',
    systemId: 'http://www.wapforum.org/DTD/co_1.0.dtd',
  },
  root: 'co',
  tags: [
    { page: 0, token: 0x05, name: 'co' },
    { page: 0, token: 0x06, name: 'invalidate-object' },
    { page: 0, token: 0x07, name: 'invalidate-service' },
  ],
  attributes: [
    { page: 0, token: 0x05, name: 'uri' },
    { page: 0, token: 0x06, name: 'uri', prefix: 'http://' },
    { page: 0, token: 0x07, name: 'uri', prefix: 'http://www.' },
    { page: 0, token: 0x08, name: 'uri', prefix: 'https://' },
    { page: 0, token: 0x09, name: 'uri', prefix: 'https://www.' },
  ],
  values: domainValues,
  valueTokens: 'anywhere',
  dates: [],
} as const satisfies WbxmlVocabulary
