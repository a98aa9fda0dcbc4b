export const formats = [
  'jad',
  'jar',
  'cab',
  'manifest',
  'class',
  'sis',
  'report',
  'wsp',
  'wbxml',
  'push-text',
  'dd',
  'page',
  'pap',
  'tpdu',
  'user-data',
  'smpp',
] as const
export type Format = (typeof formats)[number]
