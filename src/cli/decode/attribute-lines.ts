import type { Attribute, Deviation } from '../../wire/attributes.ts'
import { columnsOf, count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'

/** Attributes with the line and octet they begin at. */
export function attributeLines(attributes: readonly Attribute[]): readonly string[] {
  const rows = attributes.map(({ line, offset, name, value }) => [
    String(line),
    String(offset),
    `${printable(name)}: ${printable(value)}`,
  ])
  return columnsOf([['line', 'octet', 'attribute'], ...rows], { rightAligned: [0, 1] })
}

/** Departures from the grammar, and whether a phone that follows it puts up with them. */
export function deviationLines(deviations: readonly Deviation[]): readonly string[] {
  if (deviations.length === 0) return ['Deviations: none']
  const rows = deviations.map(({ line, offset, rule, found, tolerated }) => [
    String(line),
    String(offset),
    `${rule}${tolerated ? '' : ' (refused)'}: ${found}`,
  ])
  return [
    `Deviations: ${count(deviations.length, 'place')}`,
    ...columnsOf([['line', 'octet', 'rule'], ...rows], { rightAligned: [0, 1] }),
  ]
}
