/** Conditions of a legacy package (SIS File Format 1.19, If or ElseIf Line Record). */
import { WireError } from '../../errors.ts'
import type { OctetReader } from '../octets.ts'
import type { LegacyReading } from './legacy-reading.ts'

export interface LegacyCondition {
  readonly operator: LegacyOperator
  /** Of an attribute or a number. */
  readonly integer: number
  readonly text: string | undefined
  readonly operands: readonly LegacyCondition[]
}

/** In the order of their numbers, with what each is over. */
const operators = [
  { name: '=', holds: 2 },
  { name: '<>', holds: 2 },
  { name: '>', holds: 2 },
  { name: '<', holds: 2 },
  { name: '>=', holds: 2 },
  { name: '<=', holds: 2 },
  { name: 'and', holds: 2 },
  { name: 'or', holds: 2 },
  { name: 'exists', holds: 1 },
  { name: 'devcap', holds: 1 },
  { name: 'appcap', holds: 2 },
  { name: 'not', holds: 1 },
  { name: 'string', holds: 'text' },
  { name: 'attribute', holds: 'integer' },
  { name: 'number', holds: 'integer' },
] as const

export type LegacyOperator = (typeof operators)[number]['name']

/** @throws WireError `sis/record`, `sis/too-deep` or one of the reading */
export function readLegacyCondition(
  reader: OctetReader,
  reading: LegacyReading,
  depth = 0,
): LegacyCondition {
  const { offset } = reader
  reading.count(offset)
  const { conditionDepthMax } = reading.limits
  if (depth >= conditionDepthMax) {
    const found = 'Unexpected conditions within conditions'
    const expected = `expected at most ${conditionDepthMax} (conditionDepthMax)`
    throw new WireError('sis/too-deep', `${found}, ${expected}`, offset)
  }
  const code = reader.u32le()
  const row = operators[code]
  if (row === undefined) {
    throw new WireError(
      'sis/record',
      `Unexpected operator ${code}, expected one of 0 to 14`,
      offset,
    )
  }
  const { name: operator, holds } = row
  if (holds === 'text') {
    const bytes = reader.u32le()
    const text = reading.text(reader.u32le(), bytes, 'Text of a condition')
    return { operator, integer: 0, text, operands: [] }
  }
  if (holds === 'integer') {
    const integer = reader.u32le()
    reader.skip(4)
    return { operator, integer, text: undefined, operands: [] }
  }
  const operands = Array.from({ length: holds }, () =>
    readLegacyCondition(reader, reading, depth + 1),
  )
  return { operator, integer: 0, text: undefined, operands }
}
