/**
 * Which faults would show? A server that does nothing wrong is asked wherever a fault would be. It shows every fault what it
 * is about to do, and goes on as before: a fault that would have gone on alike each time changes nothing, whatever is asked
 * of the server. One that would not is asked no more.
 */
import type { Entry } from '../catalogue.ts'
import { isAlike } from './alike.ts'
import type { Fault } from './fault.ts'
import { frameOf } from './frame.ts'
import { goodConduct } from './push/conduct.ts'
import type { PushFault } from './push/pusher.ts'
import { sentAct } from './sending.ts'

export interface FaultWatch {
  /** What the server is given in the place of a fault. */
  readonly fault: Fault
  /** Ids of the faults that would have shown so far. */
  readonly touched: ReadonlySet<string>
}

interface Named<T> {
  readonly id: string
  readonly hook: T
}

type Touched = Set<string>
type Hooks = ReturnType<typeof hooksOf>
type PushHooks = ReturnType<typeof pushHooksOf>

/** @returns opens a watch for one new server */
export function watchFaults(faults: readonly Entry<Fault>[]): () => FaultWatch {
  const hooks = hooksOf(faults)
  const pushHooks = pushHooksOf(faults)
  const unwatched = faults.filter(({ value }) => !isWatched(value)).map(({ id }) => id)
  return () => {
    const touched: Touched = new Set(unwatched)
    const fault: Fault = {
      breaks: ['nothing'],
      title: 'does nothing wrong',
      ...watchAll(hooks, touched),
      pushing: watchPushing(pushHooks, touched),
    }
    return { fault, touched }
  }
}

function hooksOf(faults: readonly Entry<Fault>[]) {
  const all = <K extends keyof Fault>(key: K) =>
    named<NonNullable<Fault[K]>>(faults, ({ value }) => value[key] ?? undefined)
  return {
    suite: all('suite'),
    signing: all('signing'),
    descriptor: all('descriptor'),
    descriptorOctets: all('descriptorOctets'),
    packageOctets: all('packageOctets'),
    draft: all('draft'),
    policies: all('policies'),
    tickets: all('tickets'),
    download: all('download'),
    downloadOctets: all('downloadOctets'),
    downloadParts: all('downloadParts'),
    clientKind: all('clientKind'),
    clientAsked: all('clientAsked'),
    profileBounds: all('profileBounds'),
    client: all('client'),
    clientOctets: all('clientOctets'),
    status: all('status'),
    tls: all('tls'),
    answer: all('answer'),
  } satisfies { readonly [K in keyof Fault]?: readonly Named<NonNullable<Fault[K]>>[] }
}

function pushHooksOf(faults: readonly Entry<Fault>[]) {
  const all = <K extends keyof PushFault>(key: K) =>
    named<NonNullable<PushFault[K]>>(faults, ({ value }) => value.pushing?.[key] ?? undefined)
  return { pdu: all('pdu'), post: all('post'), conduct: all('conduct') }
}

function named<T>(
  faults: readonly Entry<Fault>[],
  pick: (fault: Entry<Fault>) => T | undefined,
): readonly Named<T>[] {
  return faults.flatMap((fault) => {
    const hook = pick(fault)
    return hook === undefined ? [] : [{ id: fault.id, hook }]
  })
}

const watchedKeys: ReadonlySet<string> = new Set([
  'breaks',
  'title',
  'pushing',
  ...Object.keys(hooksOf([])),
])
const watchedPushKeys: ReadonlySet<string> = new Set(Object.keys(pushHooksOf([])))

/** What nobody watches may show anywhere. */
function isWatched(fault: Fault): boolean {
  return (
    Object.keys(fault).every((key) => watchedKeys.has(key)) &&
    Object.keys(fault.pushing ?? {}).every((key) => watchedPushKeys.has(key))
  )
}

function watchAll(hooks: Hooks, touched: Touched): Omit<Fault, 'breaks' | 'title' | 'pushing'> {
  return {
    suite: watchValue(hooks.suite, touched),
    signing: watchValue(hooks.signing, touched),
    descriptor: watchValue(hooks.descriptor, touched),
    descriptorOctets: watchValue(hooks.descriptorOctets, touched, copyOctets),
    packageOctets: watchValue(hooks.packageOctets, touched, copyOctets),
    draft: watchValue(hooks.draft, touched, structuredClone),
    policies: watchRecord(hooks.policies, touched),
    tickets: watchRecord(hooks.tickets, touched),
    download: watchValue(hooks.download, touched),
    downloadOctets: watchValue(hooks.downloadOctets, touched, copyOctets),
    clientKind: watchValue(hooks.clientKind, touched),
    clientAsked: watchValue(hooks.clientAsked, touched, (headers) => new Headers(headers)),
    downloadParts: watchValue(hooks.downloadParts, touched, structuredClone),
    profileBounds: watchRecord(hooks.profileBounds, touched),
    client: watchRecord(hooks.client, touched),
    clientOctets: watchValue(hooks.clientOctets, touched, copyOctets),
    status: watchValue(hooks.status, touched),
    tls: watchValue(hooks.tls, touched),
    answer: watchAnswer(hooks.answer, touched),
  }
}

function watchPushing({ pdu, post, conduct }: PushHooks, touched: Touched): PushFault {
  const behave = watchRecord<typeof goodConduct>(
    conduct.map(({ id, hook }) => ({ id, hook: (good) => ({ ...good, ...hook }) })),
    touched,
  )
  return {
    pdu: (meant) => {
      const shown = structuredClone(meant)
      look(pdu, touched, (alter) => isAlike(alter(shown), [meant]))
      return [meant]
    },
    post: watchValue(post, touched, structuredClone),
    conduct: behave(goodConduct),
  }
}

/** Asks those that have not shown yet. */
function look<T>(
  hooks: readonly Named<T>[],
  touched: Touched,
  goesOnAlike: (hook: T, id: string) => boolean,
): void {
  for (const { id, hook } of hooks) {
    if (!touched.has(id) && !isQuiet(() => goesOnAlike(hook, id))) touched.add(id)
  }
}

/** A fault that fails here would fail the server. */
function isQuiet(goesOnAlike: () => boolean): boolean {
  try {
    return goesOnAlike()
  } catch {
    return false
  }
}

const copyOctets = (octets: Uint8Array): Uint8Array => Uint8Array.from(octets)

/** @param copy where octets could be changed in their place */
function watchValue<V, More extends readonly unknown[]>(
  hooks: readonly Named<(value: V, ...more: More) => V>[],
  touched: Touched,
  copy: (value: V) => V = (value) => value,
): (value: V, ...more: More) => V {
  return (value, ...more) => {
    const shown = copy(value)
    look(hooks, touched, (hook) => isAlike(hook(shown, ...more) ?? value, value))
    return value
  }
}

/** Of what is read part by part: only a part that is read, and is another one, shows. */
function watchRecord<R extends object>(
  hooks: readonly Named<(good: R) => R>[],
  touched: Touched,
): (good: R) => R {
  return (good) => {
    const others: Named<R>[] = []
    look(hooks, touched, (hook, id) => others.push({ id, hook: hook(good) }) > 0)
    return new Proxy(good, {
      get: (_, key) => watchPart(good, others, { key, touched }),
    })
  }
}

function watchPart(
  good: object,
  others: readonly Named<object>[],
  { key, touched }: { readonly key: PropertyKey; readonly touched: Touched },
): unknown {
  const part: unknown = Reflect.get(good, key)
  if (typeof part !== 'function') {
    look(others, touched, (other) => isAlike(Reflect.get(other, key), part))
    return part
  }
  return (...words: readonly unknown[]): unknown => {
    const result: unknown = Reflect.apply(part, good, words)
    look(others, touched, (other) => {
      const rule: unknown = Reflect.get(other, key)
      return typeof rule === 'function' && isAlike(Reflect.apply(rule, other, words), result)
    })
    return result
  }
}

/** Whoever looks into a body has to wait for it: what waits shows, and what does not sees none. */
function watchAnswer(hooks: Hooks['answer'], touched: Touched): NonNullable<Fault['answer']> {
  return (response, context) => {
    let shown: Response | undefined
    look(hooks, touched, (hook) => {
      const given = shown ?? standIn(response)
      shown = undefined
      if (hook(given, context) !== given || !isAsGiven(given, response)) return false
      shown = given
      return true
    })
    return response
  }
}

function standIn({ body, status, statusText, headers }: Response): Response {
  return new Response(body === null ? undefined : new Uint8Array(), { status, statusText, headers })
}

function isAsGiven(shown: Response, { headers }: Response): boolean {
  const isRead = shown.bodyUsed || shown.body?.locked === true
  const isMarked = frameOf(shown) !== undefined || sentAct(shown) !== undefined
  return !isRead && !isMarked && isAlike(shown.headers, headers)
}
