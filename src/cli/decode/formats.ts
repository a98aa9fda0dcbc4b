export const formats = [
  'jad',
  'jar',
  'manifest',
  'class',
  'report',
  'wsp',
  'wbxml',
  'push-text',
  'pap',
  'tpdu',
  'user-data',
  'smpp',
] as const
export type Format = (typeof formats)[number]
