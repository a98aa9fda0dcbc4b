/** What the readers of a legacy package have in common: where they are, what a text is, and how much there may be. */
import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { OctetReader } from '../octets.ts'
import type { SisLimits } from './sis-limits.ts'

export class LegacyReading {
  readonly octets: Uint8Array
  readonly limits: SisLimits
  readonly #annotate: Annotate | undefined
  #decoder = new TextDecoder('windows-1252')
  #texts = 0
  #textBytes = 0

  constructor(octets: Uint8Array, limits: SisLimits, annotate: Annotate | undefined) {
    this.octets = octets
    this.limits = limits
    this.#annotate = annotate
  }

  /** Texts are UTF-16 from here on; without that option one octet is one character, in the code page of Windows (assumed). */
  expectUnicode(): void {
    this.#decoder = new TextDecoder('utf-16le', { ignoreBOM: true })
  }

  at(offset: number): OctetReader {
    const reader = new OctetReader(this.octets)
    reader.seek(offset)
    return reader
  }

  /** @throws WireError `sis/too-many-fields` */
  count(offset: number): void {
    this.#texts += 1
    const { fieldsMax } = this.limits
    if (this.#texts <= fieldsMax) return
    const found = `Unexpected records without end, expected at most ${fieldsMax} (fieldsMax)`
    throw new WireError('sis/too-many-fields', found, offset)
  }

  /** @throws WireError `sis/too-many-texts` or `wire/out-of-bounds` */
  text(offset: number, bytes: number, meaning: string): string {
    this.count(offset)
    if (bytes === 0) return ''
    this.#textBytes += bytes
    const { textBytesMax } = this.limits
    if (this.#textBytes > textBytesMax) {
      const found = `Unexpected texts of ${this.#textBytes} octets`
      const expected = `expected at most ${textBytesMax} (textBytesMax)`
      throw new WireError('sis/too-many-texts', `${found}, ${expected}`, this.octets.length)
    }
    const text = this.#decoder.decode(this.at(offset).take(bytes))
    this.tell(offset, offset + bytes, `${meaning}: ${text}`)
    return text
  }

  /** As many lengths as there are languages, then as many offsets. */
  texts(reader: OctetReader, languages: number, meaning: string): readonly string[] {
    const lengths = this.numbers(reader, languages)
    const offsets = this.numbers(reader, languages)
    return lengths.map((bytes, index) => this.text(offsets[index] ?? 0, bytes, meaning))
  }

  numbers(reader: OctetReader, count: number): readonly number[] {
    const numbers: number[] = []
    for (let index = 0; index < count; index += 1) {
      this.count(reader.offset)
      numbers.push(reader.u32le())
    }
    return numbers
  }

  tell(start: number, end: number, meaning: string): void {
    this.#annotate?.(start, end, meaning)
  }
}
