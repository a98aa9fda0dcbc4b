import type { Profile } from '../profile/profile.ts'
import type { Header, Purpose } from '../trace/events.ts'
import type { Behaviour } from './behaviour.ts'

/** Replaces the value of a header where it stands; adds it at the end where it does not. */
export function withHeader(headers: readonly Header[], [name, value]: Header): readonly Header[] {
  const isIt = ([one]: Header) => one.toLowerCase() === name.toLowerCase()
  return headers.some(isIt)
    ? headers.map((header) => (isIt(header) ? [header[0], value] : header))
    : [...headers, [name, value]]
}

/** A header that a request has beside, or instead of, its own; without a value it has it no longer. */
export type HeaderChange = readonly [name: string, value: string | undefined]

export function changeHeaders(
  headers: readonly Header[],
  changes: readonly HeaderChange[],
): readonly Header[] {
  return changes.reduce<readonly Header[]>(
    (changed, [name, value]) =>
      value === undefined
        ? changed.filter(([one]) => one.toLowerCase() !== name.toLowerCase())
        : withHeader(changed, [name, value]),
    headers,
  )
}

/** The requests of a behaviour with another User-Agent. @param agentOf none: for this purpose the one it has */
export function withAgent(
  { requestStyle }: Behaviour,
  agentOf: (purpose: Purpose, profile: Profile) => string | undefined,
): Behaviour['requestStyle'] {
  return (purpose, profile) => {
    const style = requestStyle(purpose, profile)
    const agent = agentOf(purpose, profile)
    return agent === undefined
      ? style
      : { ...style, headers: withHeader(style.headers, ['User-Agent', agent]) }
  }
}

const profileFields: ReadonlySet<string> = new Set(['x-wap-profile', 'profile'])

/** The requests of a behaviour with other fields where it names its UAProf document. */
export function withProfileFields(
  { requestStyle }: Behaviour,
  write: (field: Header) => readonly Header[],
): Behaviour['requestStyle'] {
  return (purpose, profile) => {
    const style = requestStyle(purpose, profile)
    const headers = style.headers.flatMap((header) =>
      profileFields.has(header[0].toLowerCase()) ? write(header) : [header],
    )
    return { ...style, headers }
  }
}
