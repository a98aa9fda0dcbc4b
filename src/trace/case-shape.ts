/** The shape of what a trace says of its case, for reading traces that somebody else may have written. */
import type { CaseFacts } from './events.ts'
import { nativeEnds } from './native-ends.table.ts'
import type { SymbianFacts, WindowsMobileFacts } from './native-facts.ts'
import { policiesShape } from './policies.ts'
import {
  count,
  duration,
  flag,
  instant,
  listOf,
  oneOf,
  optional,
  pair,
  record,
  text,
} from './shape.ts'

const texts = listOf(text)

export const outcomeShape = oneOf('installed', 'refused', 'cancelled', 'dead-end')
export const nativeEnd = oneOf(...nativeEnds)

export const caseShape = record<CaseFacts>({
  scenario: text,
  title: text,
  seed: duration,
  startsAt: instant,
  clock: optional(oneOf('wall')),
  profile: record<CaseFacts['profile']>({
    id: text,
    name: text,
    platform: text,
    personality: text,
    userAgent: text,
    midpProfiles: texts,
    configurations: texts,
    apis: optional(texts),
    pageBytesMax: optional(count),
    pushBytesMax: optional(count),
    symbian: optional(
      record<SymbianFacts>({
        edition: text,
        osVersion: text,
        productUids: texts,
        machineUid: optional(text),
      }),
    ),
    windowsMobile: optional(
      record<WindowsMobileFacts>({ release: text, osVersion: text, processor: count }),
    ),
  }),
  target: record<CaseFacts['target']>({
    name: text,
    hosts: texts,
    clock: flag,
    ticketLifetimeMs: optional(duration),
    policies: optional(policiesShape),
    link: text,
    links: optional(listOf(pair)),
    hasCredentials: flag,
  }),
  expect: record<CaseFacts['expect']>({
    outcome: optional(outcomeShape),
    report: optional(count),
    native: optional(nativeEnd),
    domain: optional(text),
  }),
  needs: optional(texts),
})
