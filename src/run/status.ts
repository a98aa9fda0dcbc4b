/** What the server shows of an installation, asked by the verb `status`. */
import type { StatusEventFact } from '../trace/status-events.ts'
import type { Target } from '../target/target.ts'
import { readState } from '../target/verbs/status-words.ts'
import type { Verbs } from '../target/verbs/verbs.ts'
import { escapeText } from '../wire/escape.ts'
import { phoneNumber } from './case-network.ts'
import type { TargetCare } from './target-care.ts'

export interface Asking {
  readonly target: Target
  readonly verbs: Verbs | undefined
  readonly care: Pick<TargetCare, 'ask'>
}

const saidCharactersMax = 160

export async function readStatus(
  app: string,
  { target, verbs, care }: Asking,
): Promise<StatusEventFact | undefined> {
  // Nobody who gives a link alone wants to hear of lines that a file could have.
  if (target.bare === true) return undefined
  const url = target.links.get(app) ?? ''
  const version = target.firstContact?.versions[app]
  const about = {
    type: 'status.read',
    app,
    url,
    ...(version === undefined ? {} : { version }),
  } as const
  const words = verbs?.statusWords
  if (words === undefined) {
    const said = 'the target cannot be asked what it shows: add verbs.status to the target file'
    return { ...about, said }
  }
  const asked = await care.ask('status', { app, link: url, 'handset.msisdn': phoneNumber })
  if (asked.kind === 'failed') {
    return {
      ...about,
      said: `the target did not say what it shows: ${asked.detail} (verbs.status)`,
    }
  }
  const said = escapeText(asked.output.trim(), saidCharactersMax)
  const state = readState(asked.output, words)
  if (state !== undefined) return { ...about, state, said }
  return { ...about, said: `"${said}" is none of verbs.status.shows of the target file` }
}
