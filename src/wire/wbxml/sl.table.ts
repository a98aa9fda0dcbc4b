import { domainValues } from './vocabulary.ts'
import type { WbxmlVocabulary } from './vocabulary.ts'

/** Service Loading 1.0 (WAP-168 section 9). */
export const slVocabulary = {
  name: 'SL 1.0',
  publicId: 0x06,
  documentType: {
    publicId: '-//WAPFORUM//DTD SL 1.0//EN',
    systemId: 'http://www.wapforum.org/DTD/sl.dtd',
  },
  root: 'sl',
  tags: [{ page: 0, token: 0x05, name: 'sl' }],
  attributes: [
    { page: 0, token: 0x05, name: 'action', prefix: 'execute-low' },
    { page: 0, token: 0x06, name: 'action', prefix: 'execute-high' },
    { page: 0, token: 0x07, name: 'action', prefix: 'cache' },
    { page: 0, token: 0x08, name: 'href' },
    { page: 0, token: 0x09, name: 'href', prefix: 'http://' },
    { page: 0, token: 0x0a, name: 'href', prefix: 'http://www.' },
    { page: 0, token: 0x0b, name: 'href', prefix: 'https://' },
    { page: 0, token: 0x0c, name: 'href', prefix: 'https://www.' },
  ],
  values: domainValues,
  valueTokens: 'anywhere',
  dates: [],
} as const satisfies WbxmlVocabulary
