import { labelled } from '../../report/views/layout.ts'
import { excerpt } from '../../report/views/printable.ts'
import type { Characteristic } from '../../wire/push/provisioning.ts'
import type { PushContent } from '../../wire/push/push-content.ts'

const textMax = 1000
/** Lines of a provisioning document. */
const linesMax = 400

/** What a phone takes from the content of a push. */
export function pushContentLines(content: PushContent, columns: number): readonly string[] {
  switch (content.kind) {
    case 'si': {
      const { href, siId, created, expires, action, text } = content.indication
      return facts(columns, [
        ['Link', href],
        ['Text', text],
        ['Action', action ?? 'signal-medium, as none is stated'],
        ['Id', siId ?? (href === undefined ? undefined : 'its link, as none is stated')],
        ['Created', created],
        ['Expires', expires],
      ])
    }
    case 'sl': {
      const { href, action } = content.loading
      return facts(columns, [
        ['Link', href],
        ['Action', action ?? 'execute-low, as none is stated'],
      ])
    }
    case 'co':
      return content.operation.invalidates.map(({ scope, uri }) =>
        excerpt(`Invalidates ${scope} ${uri}`, textMax),
      )
    case 'cp':
      return content.provisioning.characteristics
        .flatMap((characteristic) => groupLines(characteristic, ''))
        .slice(0, linesMax)
    default:
      return content satisfies never
  }
}

function facts(
  columns: number,
  rows: readonly (readonly [label: string, text: string | undefined])[],
): readonly string[] {
  const margin = { indent: 0, labelWidth: 10, columns }
  return rows.flatMap(([label, text]) =>
    text === undefined || text === ''
      ? labelled(label, ['(none)'], margin)
      : labelled(label, [excerpt(text, textMax)], margin),
  )
}

/** Documents are read with a maximal depth, so this ends. */
function groupLines(characteristic: Characteristic, indent: string): readonly string[] {
  const { type, parameters, characteristics } = characteristic
  return [
    `${indent}${excerpt(type, textMax)}`,
    ...parameters.map(
      ({ name, value = '' }) => `${indent}  ${excerpt(`${name} ${value}`.trimEnd(), textMax)}`,
    ),
    ...characteristics.flatMap((inner) => groupLines(inner, `${indent}  `)),
  ]
}
