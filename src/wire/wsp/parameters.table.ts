/** Well-known parameters of a content type (WSP appendix A table 38; SEC and MAC: WAP-183 Provisioning Content). */
export interface KnownParameter {
  readonly code: number
  readonly name: string
  /** A quality is a bare uintvar; every other value says by its first octet how long it is. */
  readonly form: 'quality' | 'charset' | 'version' | 'media' | 'value'
}

export const knownParameters = [
  { code: 0x00, name: 'q', form: 'quality' },
  { code: 0x01, name: 'charset', form: 'charset' },
  { code: 0x02, name: 'level', form: 'version' },
  { code: 0x03, name: 'type', form: 'value' },
  { code: 0x05, name: 'name', form: 'value' },
  { code: 0x06, name: 'filename', form: 'value' },
  { code: 0x07, name: 'differences', form: 'value' },
  { code: 0x08, name: 'padding', form: 'value' },
  { code: 0x09, name: 'type', form: 'media' },
  { code: 0x0a, name: 'start', form: 'value' },
  { code: 0x0b, name: 'start-info', form: 'value' },
  { code: 0x0c, name: 'comment', form: 'value' },
  { code: 0x0d, name: 'domain', form: 'value' },
  { code: 0x0e, name: 'max-age', form: 'value' },
  { code: 0x0f, name: 'path', form: 'value' },
  { code: 0x10, name: 'secure', form: 'value' },
  { code: 0x11, name: 'sec', form: 'value' },
  { code: 0x12, name: 'mac', form: 'value' },
  { code: 0x13, name: 'creation-date', form: 'value' },
  { code: 0x14, name: 'modification-date', form: 'value' },
  { code: 0x15, name: 'read-date', form: 'value' },
  { code: 0x16, name: 'size', form: 'value' },
  { code: 0x17, name: 'name', form: 'value' },
  { code: 0x18, name: 'filename', form: 'value' },
  { code: 0x19, name: 'start', form: 'value' },
  { code: 0x1a, name: 'start-info', form: 'value' },
  { code: 0x1b, name: 'comment', form: 'value' },
  { code: 0x1c, name: 'domain', form: 'value' },
  { code: 0x1d, name: 'path', form: 'value' },
] as const satisfies readonly KnownParameter[]
