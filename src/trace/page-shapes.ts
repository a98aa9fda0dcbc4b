import type { PageEventFact, PageLinkFact } from './page-events.ts'
import { count, duration, flag, listOf, octets, oneOf, optional, record, text } from './shape.ts'
import type { Fields } from './shape.ts'

type PageFields = {
  readonly [T in PageEventFact['type']]: Fields<Omit<Extract<PageEventFact, { type: T }>, 'type'>>
}

export const pageFields: PageFields = {
  'page.shown': {
    url: text,
    page: oneOf('html', 'xhtml', 'wml', 'wmlc'),
    bytes: count,
    title: optional(text),
    links: listOf(record<PageLinkFact>({ url: text, text, installs: flag })),
    refresh: optional(record({ url: text, ms: duration })),
  },
  'page.rendered': {
    url: text,
    text,
    ways: count,
    asked: count,
    bytes: count,
    unasked: listOf(text),
    screenshot: optional(octets),
  },
  'page.unrendered': { url: text, why: oneOf('no-browser', 'broken-off'), reason: text },
  'page.left': { to: optional(text) },
}
