/** Whose order of checks and whose habits a phone has: base behaviours by the name a profile gives. */
import type { Behaviour } from './behaviour.ts'
import { blackberry } from './personalities/blackberry.ts'
import { impngModule } from './personalities/impng-module.ts'
import { nokiaJrt } from './personalities/nokia-jrt.ts'
import { phoneme } from './personalities/phoneme.ts'
import { strict } from './personalities/strict.ts'

export interface Personality {
  readonly title: string
  readonly behaviour: Behaviour
  /** Of each decision that strict decides otherwise: where it is documented. */
  readonly sources: Readonly<Partial<Record<keyof Behaviour, string>>>
  /** The same of each examination that it makes otherwise, at another place, or does not make, by its name. */
  readonly examinationSources: Readonly<Record<string, string>>
}

const book: Personality = {
  title: 'The documents to the letter.',
  behaviour: strict,
  sources: {},
  examinationSources: {},
}

export const personalityTable: ReadonlyMap<string, Personality> = new Map([
  ['strict', book],
  ['phoneme', phoneme],
  ['nokia-jrt', nokiaJrt],
  ['blackberry', blackberry],
  ['impng-module', impngModule],
])

export const personalities: ReadonlyMap<string, Behaviour> = new Map(
  [...personalityTable].map(([name, { behaviour }]) => [name, behaviour]),
)
