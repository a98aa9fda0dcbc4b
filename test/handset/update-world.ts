/** A handset with a suite, records and an unsent report, and a target that offers the next version. */
import type { Behaviour } from '../../src/handset/behaviour.ts'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { Flash, InstalledSuite, QueuedReport, RecordStore } from '../../src/handset/flash.ts'
import type { HttpRequest } from '../../src/handset/ports.ts'
import type { PromptKind } from '../../src/trace/events.ts'
import { link, openHandset, serve } from './handset-world.ts'
import type { LiteralAnswer } from './literal-http.ts'
import { otherSuite, plainSuite } from './plain-suite.ts'
import { makeDescriptor } from './rules/descriptor-maker.ts'
import { good } from './rules/package-maker.ts'

export const old: InstalledSuite = {
  ...plainSuite,
  subject: { ...plainSuite.subject, version: '0.9.0' },
  permissions: [{ name: 'a.b.C', interaction: 'session', highest: 'blanket' }],
  push: [{ connection: 'socket://:7101', className: 'acme.Demo', allowedSender: '*' }],
}

export const scores: RecordStore = {
  suiteId: old.id,
  name: 'scores',
  records: [new Uint8Array([1, 2])],
}

export const owed: QueuedReport = {
  id: 'report.1',
  kind: 'install',
  url: 'http://ota.test/n/0',
  code: 900,
  attempts: 1,
  suiteId: old.id,
}

export const other: InstalledSuite = { ...otherSuite, id: 'suite.2' }

export const before: Flash = {
  ...emptyFlash,
  suites: [old, other],
  stores: [scores, { ...scores, suiteId: other.id }],
  reports: [owed],
  lastId: 3,
}

/** The same phone, with its suite from other URLs than those of the offer. */
export const fromElsewhere: Flash = {
  ...before,
  suites: [
    { ...old, descriptorUrl: 'http://old.test/demo.jad', packageUrl: 'http://old.test/demo.jar' },
    other,
  ],
}

type Answers = Partial<Record<PromptKind, 'accept' | 'refuse' | 'cancel' | 'no power'>>

export interface Update {
  readonly flash?: Flash
  readonly answers?: Answers
  readonly answer?: (request: HttpRequest) => LiteralAnswer
  readonly behaviour?: Partial<Behaviour>
}

/** Opens the link and answers as it is asked: accepts what nothing is said of. */
export async function update({ flash = before, answers = {}, ...options }: Update = {}) {
  const world = openHandset({ flash, ...options })
  const { handset, events, drive } = world
  handset.powerOn()
  handset.send({ type: 'link.opened', url: link })
  let seen = 0
  for (;;) {
    const at = seen
    const isNext = () => events.slice(at).some(({ type }) => type === 'prompt.shown')
    if (!(await drive.until(isNext, 600_000))) break
    const event = events.slice(at).find(({ type }) => type === 'prompt.shown')
    if (event?.type !== 'prompt.shown') break
    seen = event.seq + 1
    const answer = answers[event.prompt] ?? 'accept'
    if (answer === 'cancel') handset.send({ type: 'user.cancelled' })
    else if (answer === 'no power') handset.powerOff()
    else handset.send({ type: 'user.answered', prompt: event.prompt, answer })
  }
  await world.rest()
  const prompts = events.flatMap((event) => (event.type === 'prompt.shown' ? [event.text] : []))
  return { ...world, prompts, flash: world.storage.read() }
}

export function descriptorWith(change: Readonly<Record<string, string | undefined>>) {
  return (request: HttpRequest): LiteralAnswer => {
    const answer = serve(request)
    if (!request.url.endsWith('.jad') || 'failure' in answer) return answer
    return {
      ...answer,
      body: makeDescriptor({ 'MIDlet-Jar-Size': String(good.length), ...change }),
    }
  }
}

export function packageAs(answer: LiteralAnswer) {
  return (request: HttpRequest): LiteralAnswer =>
    request.url.endsWith('.jar') ? answer : serve(request)
}
