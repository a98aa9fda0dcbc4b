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
  const { verbs, all } = ways
  if (verbs?.has(verb) !== true) return notGiven(line, verbTitles[verb], ways)
  if (!all && (verb === 'reset' || verb === 'publish')) {
    return { line, state: 'not tried', detail: 'it changes the target: --all tries it' }
  }
  const lacking = whyNotYet(verb, verbs, ways)
  if (lacking !== undefined) return { line, state: 'not tried', detail: lacking }
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

/** Only what the doctor has ordered is cancelled. */
function whyNotYet(verb: VerbName, verbs: Verbs, { msisdn }: DoctorWays): string | undefined {
  const isKnown = msisdn !== undefined
  if (verb === 'push' && !isKnown) {
    return 'it sends a message: --msisdn NUMBER tries it, with the number it goes to'
  }
  if (verb !== 'cancel') return undefined
  if (verbs.uses('cancel', 'ticket.link')) {
    return 'only a run learns the link that it is to name (${ticket.link})'
  }
  if (!verbs.has('push')) return 'nothing was ordered that it could cancel: give verbs.push'
  return isKnown ? undefined : 'it cancels what push ordered: --msisdn NUMBER tries both'
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

function valuesFor(
  verb: VerbName,
  { links, ticketLifetimeMs }: Target,
  { msisdn = '', now }: DoctorWays,
): VerbValues {
  const offer = { app: 'demo', link: links.get('demo') ?? '' }
  const phone = { 'handset.msisdn': msisdn }
  const ticket = String(ticketLifetimeMs !== undefined)
  const values: Readonly<Record<VerbName, VerbValues>> = {
    push: { ...offer, ...phone, bearer: '', what: 'offer', kind: '', ticket },
    cancel: { ...offer, ...phone, 'ticket.link': '' },
    publish: offer,
    reset: {},
    clock: { ms: '0', seconds: '0', instant: now },
    logs: { lines: String(linesTried) },
    status: { ...clientOf(links), ...phone },
  }
  return values[verb]
}

function remark(verb: VerbName, output: string): string {
  if (verb === 'clock') return ', moved by nothing'
  if (verb !== 'logs') return ''
  const lines = output.split('\n').filter((text) => text.trim() !== '').length
  return `, ${lines} ${lines === 1 ? 'line' : 'lines'}`
}
