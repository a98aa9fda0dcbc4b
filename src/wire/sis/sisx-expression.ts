/** Conditions of a SISX package (expression.cpp of Symbian's installer). */
import { WireError } from '../../errors.ts'
import type { FieldReader } from './sisx-field.ts'
import { takeText } from './sisx-leaf.ts'

export interface SisxExpression {
  readonly operator: ExpressionOperator
  /** Of an option, a variable or a number. */
  readonly integer: number
  /** Of a string, or the name of the file that has to exist. */
  readonly text: string | undefined
  readonly operands: readonly SisxExpression[]
}

const operators = [
  { code: 1, name: '=', holds: 2 },
  { code: 2, name: '<>', holds: 2 },
  { code: 3, name: '>', holds: 2 },
  { code: 4, name: '<', holds: 2 },
  { code: 5, name: '>=', holds: 2 },
  { code: 6, name: '<=', holds: 2 },
  { code: 7, name: 'and', holds: 2 },
  { code: 8, name: 'or', holds: 2 },
  { code: 9, name: 'not', holds: 1 },
  { code: 10, name: 'exists', holds: 'text' },
  { code: 11, name: 'appprop', holds: 2 },
  { code: 12, name: 'devprop', holds: 1 },
  { code: 13, name: 'string', holds: 'text' },
  { code: 14, name: 'option', holds: 0 },
  { code: 15, name: 'variable', holds: 0 },
  { code: 16, name: 'number', holds: 0 },
] as const

export type ExpressionOperator = (typeof operators)[number]['name']

/** @throws WireError `sis/field` for an operator that no installer knows, `sis/too-deep` */
export function takeExpression(parent: FieldReader, depth = 0): SisxExpression {
  const field = parent.take('expression')
  const { conditionDepthMax } = field.reading.limits
  if (depth >= conditionDepthMax) throw tooDeep(field, 'conditions', { conditionDepthMax })
  const code = field.u32('Operator')
  const row = operators.find((operator) => operator.code === code)
  if (row === undefined) throw field.refuse(`operator ${code}`, 'one of 1 to 16')
  const integer = field.i32('Number')
  const { name: operator, holds } = row
  if (holds === 'text') return { operator, integer, text: takeText(field), operands: [] }
  const operands = Array.from({ length: holds }, () => takeExpression(field, depth + 1))
  return { operator, integer, text: undefined, operands }
}

/** @param limit its name and its value */
export function tooDeep(
  field: FieldReader,
  what: string,
  limit: Readonly<Record<string, number>>,
): WireError {
  const [[name, value] = []] = Object.entries(limit)
  const found = `Unexpected ${what} within ${what}, expected at most ${value} (${name})`
  return new WireError('sis/too-deep', found, field.whole.start)
}
