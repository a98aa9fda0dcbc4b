import { domainValues } from './vocabulary.ts'
import type { WbxmlVocabulary } from './vocabulary.ts'

/** Service Indication 1.0 (WAP-167 section 9). */
export const siVocabulary = {
  name: 'SI 1.0',
  publicId: 0x05,
  documentType: {
    publicId: '-//WAPFORUM//DTD SI 1.0//EN',
    systemId: 'http://www.wapforum.org/DTD/si.dtd',
  },
  root: 'si',
  tags: [
    { page: 0, token: 0x05, name: 'si' },
    { page: 0, token: 0x06, name: 'indication' },
    { page: 0, token: 0x07, name: 'info' },
    { page: 0, token: 0x08, name: 'item' },
  ],
  attributes: [
    { page: 0, token: 0x05, name: 'action', prefix: 'signal-none' },
    { page: 0, token: 0x06, name: 'action', prefix: 'signal-low' },
    { page: 0, token: 0x07, name: 'action', prefix: 'signal-medium' },
    { page: 0, token: 0x08, name: 'action', prefix: 'signal-high' },
    { page: 0, token: 0x09, name: 'action', prefix: 'delete' },
    { page: 0, token: 0x0a, name: 'created' },
    { page: 0, token: 0x0b, name: 'href' },
    { page: 0, token: 0x0c, name: 'href', prefix: 'http://' },
    { page: 0, token: 0x0d, name: 'href', prefix: 'http://www.' },
    { page: 0, token: 0x0e, name: 'href', prefix: 'https://' },
    { page: 0, token: 0x0f, name: 'href', prefix: 'https://www.' },
    { page: 0, token: 0x10, name: 'si-expires' },
    { page: 0, token: 0x11, name: 'si-id' },
    { page: 0, token: 0x12, name: 'class' },
  ],
  values: domainValues,
  valueTokens: 'anywhere',
  dates: ['created', 'si-expires'],
} as const satisfies WbxmlVocabulary
