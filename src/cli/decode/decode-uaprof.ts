import { WireError } from '../../errors.ts'
import { readUaProf } from '../../wire/uaprof.ts'
import type { UaProf } from '../../wire/uaprof.ts'
import { count, labelled, wrapList } from '../../report/views/layout.ts'
import { excerpt, printable } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'

const textMax = 300
const typesShown = 100

/** UAProf documents (WAP-248): what a server can learn of a phone from its own. */
export const decodeUaProf: Decoder = (octets, { paint, columns }) => {
  const heading = [paint('bold', `UAProf document, ${count(octets.length, 'octet')}`), '']
  try {
    return { sound: true, lines: [...heading, ...profileLines(readUaProf(octets), columns)] }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const refusal = `Refused: ${printable(error.message)} [${error.code}]`
    return { sound: false, lines: [...heading, refusal] }
  }
}

function profileLines(profile: UaProf, columns: number): readonly string[] {
  const margin = { indent: 0, labelWidth: 14, columns }
  const row = (label: string, text: string | undefined) =>
    labelled(label, text === undefined ? '(none)' : excerpt(text, textMax), margin)
  const list = (label: string, types: readonly string[]) => {
    if (types.length === 0) return row(label, undefined)
    const shown = types.slice(0, typesShown).map((type) => excerpt(type, textMax))
    const more = types.length > typesShown ? [`${types.length - typesShown} more`] : []
    return labelled(label, wrapList([...shown, ...more], columns - margin.labelWidth), margin)
  }
  const { screen, osName, osVersion, wmlDeckSize, pushMsgSize } = profile
  const system = [osName, osVersion].filter((part) => part !== undefined).join(' ')
  return [
    ...row('Vendor', profile.vendor),
    ...row('Model', profile.model),
    ...row('Screen', screen && `${screen.width} x ${screen.height} pixels`),
    ...row('System', system === '' ? undefined : system),
    ...list('Java', profile.javaPlatforms),
    ...list('Takes', profile.accept),
    ...row('Largest deck', wmlDeckSize === undefined ? undefined : count(wmlDeckSize, 'octet')),
    ...list('Takes pushed', profile.pushAccept),
    ...row('Largest push', pushMsgSize === undefined ? undefined : count(pushMsgSize, 'octet')),
  ]
}
