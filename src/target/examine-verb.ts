/** Tries what a server can be asked to do. */
import { OtaError } from '../errors.ts'
import { notGiven } from './examination.ts'
import type { DoctorWays, Examination } from './examination.ts'
import type { Target } from './target.ts'
import { readState } from './verbs/status-words.ts'
import { verbTitles } from './verbs/verb.ts'
import type { VerbName, VerbValues } from './verbs/verb.ts'
import type { Verbs } from './verbs/verbs.ts'

export async function tryVerb(
  verb: VerbName,
  target: Target,
  ways: DoctorWays,
): Promise<Examination> {
  const line = `verbs.${verb}`
  const { verbs, all, msisdn } = ways
  if (verbs?.has(verb) !== true) return notGiven(line, verbTitles[verb], ways)
  if (!all && (verb === 'reset' || verb === 'publish')) {
    return { line, state: 'not tried', detail: 'it changes the target: --all tries it' }
  }
  if (verb === 'push' && msisdn === undefined) {
    const detail = 'it sends a message: --msisdn NUMBER tries it, with the number it goes to'
    return { line, state: 'not tried', detail }
  }
  const arrived = verb === 'push' ? expectPush(ways) : undefined
  const outcome = await verbs.ask(verb, valuesFor(verb, target, ways))
  if (outcome.kind === 'done' && arrived !== undefined) {
    const { came, detail } = await arrived()
    const told = { line, detail: `${outcome.detail}; ${detail}` }
    return came ? { ...told, state: 'works' } : { ...told, state: 'fails', hint: missedHint }
  }
  if (outcome.kind === 'done') {
    const told = `${outcome.detail}${remark(verb, outcome.output)}`
    return verb === 'status' ? tryWords(verbs, outcome) : { line, state: 'works', detail: told }
  }
  const { detail, hint } = outcome
  return { line, state: 'fails', detail, ...(hint === undefined ? {} : { hint }) }
}

const missedHint =
  'Is it set to these ports and to network.account, and does it send to the number of --msisdn?'

function expectPush({ network, msisdn }: DoctorWays) {
  if (network === undefined || network instanceof OtaError) return undefined
  return msisdn === undefined ? undefined : network.expect(msisdn)
}

function tryWords(
  { statusWords }: Verbs,
  { detail, output }: { readonly detail: string; readonly output: string },
): Examination {
  const line = 'verbs.status'
  const state = statusWords && readState(output, statusWords)
  const said = `${detail}, ${JSON.stringify(output.trim().slice(0, saidCharactersMax))}`
  return state === undefined
    ? { line, state: 'fails', detail: `${said}: none of shows`, hint: wordsHint }
    : { line, state: 'works', detail: `${said}: ${state}` }
}

const saidCharactersMax = 80
const wordsHint = 'Add the words of the server to verbs.status.shows.'

/** The client, or whatever else there is. */
function clientOf(links: Target['links']): VerbValues {
  const app = links.has('client') ? 'client' : 'demo'
  return { app, link: links.get(app) ?? '' }
}

const linesTried = 5

function valuesFor(verb: VerbName, { links }: Target, { msisdn, now }: DoctorWays): VerbValues {
  const offer = { app: 'demo', link: links.get('demo') ?? '' }
  const values: Readonly<Record<VerbName, VerbValues>> = {
    push: { ...offer, 'handset.msisdn': msisdn ?? '', bearer: '' },
    publish: offer,
    reset: {},
    clock: { ms: '0', seconds: '0', instant: now },
    logs: { lines: String(linesTried) },
    status: { ...clientOf(links), 'handset.msisdn': msisdn ?? '' },
  }
  return values[verb]
}

function remark(verb: VerbName, output: string): string {
  if (verb === 'clock') return ', moved by nothing'
  if (verb !== 'logs') return ''
  const lines = output.split('\n').filter((text) => text.trim() !== '').length
  return `, ${lines} ${lines === 1 ? 'line' : 'lines'}`
}
