import { describe, expect, it } from 'vitest'
import type { Behaviour } from '../../../src/handset/behaviour.ts'
import type { PushDraft } from '../../../src/wire/push/compose-push.ts'
import { href, indication, openPhone } from '../phone-with-inbox.ts'
import { datagramOf } from '../pushes.ts'

function takeAll(drafts: readonly PushDraft[], push: Partial<Behaviour['push']> = {}) {
  const { take } = openPhone(push)
  return drafts.map((draft) => take(datagramOf(draft))).at(-1)
}

describe('a service indication', () => {
  it.each<readonly [string, readonly PushDraft[], readonly string[]]>([
    ['is kept and shown', [indication()], [`medium ${href}`, 'si Demo']],
    [
      'is shown with the urgency it asks for',
      [indication({ action: 'signal-high' })],
      [`high ${href}`, 'si Demo'],
    ],
    ['that asks for none is not shown', [indication({ action: 'signal-none' })], ['not-shown']],
    [
      'that is not over yet is kept',
      [indication({ expires: '2006-03-01T09:00:01Z' })],
      [`medium ${href}`, 'si Demo'],
    ],
    ['is over at its last second', [indication({ expires: '2006-03-01T09:00:00Z' })], ['expired']],
    [
      'of a day that is none is dropped',
      [indication({ created: '2006-02-30T00:00:00Z' })],
      ['invalid-date'],
    ],
    ['without a link is a notice', [indicationWithoutLink()], ['si Demo']],
    ['without a text is shown by its link', [indication({ text: '' })], [`medium ${href}`, 'si ']],
    ['with neither is dropped', [{ kind: 'si', indication: { text: '', info: [] } }], ['no-link']],
    [
      'of a later date replaces one of the same id',
      [
        indication({ siId: 'a', created: '2006-02-01T00:00:00Z' }),
        indication({ siId: 'a', created: '2006-02-01T00:00:01Z', text: 'New' }),
      ],
      [`medium ${href}`, 'si New'],
    ],
    [
      'of the same date does not',
      [
        indication({ siId: 'a', created: '2006-02-01T00:00:00Z' }),
        indication({ siId: 'a', created: '2006-02-01T00:00:00Z', text: 'New' }),
      ],
      ['not-newer', 'si Demo'],
    ],
    [
      'without a date stands beside one of the same id',
      [indication({ siId: 'a', created: '2006-02-01T00:00:00Z' }), indication({ siId: 'a' })],
      [`medium ${href}`, 'si Demo', 'si Demo'],
    ],
    [
      'is known by its link where it has no id',
      [
        indication({ created: '2006-02-01T00:00:00Z' }),
        indication({ created: '2006-02-02T00:00:00Z', text: 'New' }),
      ],
      [`medium ${href}`, 'si New'],
    ],
    [
      'replaces without a sound where it asks for none',
      [
        indication({ siId: 'a', created: '2006-02-01T00:00:00Z' }),
        indication({
          siId: 'a',
          created: '2006-02-02T00:00:00Z',
          text: 'New',
          action: 'signal-none',
        }),
      ],
      ['si New'],
    ],
    [
      'deletes one of its id',
      [indication({ siId: 'a' }), indication({ siId: 'a', action: 'delete' })],
      [],
    ],
    [
      'deletes nothing where there is nothing',
      [indication({ siId: 'b' }), indication({ siId: 'a', action: 'delete' })],
      ['nothing-to-delete', 'si Demo'],
    ],
    [
      'deletes nothing without an id',
      [indication(), indication({ action: 'delete' })],
      ['no-id', 'si Demo'],
    ],
  ])('%s', (_, drafts, told) => {
    expect(takeAll(drafts)).toEqual(told)
  })

  it.each<readonly [string, PushDraft, Partial<Behaviour['push']>, readonly string[]]>([
    ['takes no WAP push', indication(), { takesWapPush: () => false }, ['no-wap-push']],
    [
      'needs a charset',
      { ...indication(), withoutCharset: true },
      { needsCharset: true },
      ['no-charset'],
    ],
    ['needs a text', indication({ text: '' }), { showsWithoutText: false }, ['no-text']],
  ])('is lost on a phone that %s', (_, draft, push, told) => {
    expect(takeAll([draft], push)).toEqual(told)
  })

  it.each<readonly [string, PushDraft, readonly string[]]>([
    [
      'an application that is not there',
      { ...indication(), application: '18' },
      ['unknown-application'],
    ],
    [
      'an application by a name that is not registered',
      { ...indication(), application: 'x-acme:installer' },
      ['unknown-application'],
    ],
    [
      'the browser by its number',
      { ...indication(), application: '2' },
      [`medium ${href}`, 'si Demo'],
    ],
    [
      'the browser by its name',
      { ...indication(), application: 'x-wap-application:wml.ua' },
      [`medium ${href}`, 'si Demo'],
    ],
    [
      'nobody by its type',
      { ...indication(), contentType: 'text/plain' },
      ['unknown-content-type'],
    ],
    [
      'another kind of document',
      { ...indication(), contentType: 'application/vnd.wap.slc' },
      ['malformed'],
    ],
  ])('goes where it says: to %s', (_, draft, told) => {
    expect(takeAll([draft])).toEqual(told)
  })
})

function indicationWithoutLink(): PushDraft {
  return { kind: 'si', indication: { text: 'Demo', info: [] } }
}

const loading = (changes: { readonly action?: string } = {}): PushDraft => ({
  kind: 'sl',
  loading: { href, ...changes },
})

describe('a service loading', () => {
  it.each<readonly [string, readonly PushDraft[], Partial<Behaviour['push']>, readonly string[]]>([
    ['is shown on a phone that asks', [loading()], {}, [`medium ${href}`, 'sl ']],
    [
      'is shown at once where it is urgent',
      [loading({ action: 'execute-high' })],
      {},
      [`high ${href}`, 'sl '],
    ],
    [
      'for the cache waits in the inbox',
      [loading({ action: 'cache' })],
      {},
      [`low ${href}`, 'sl '],
    ],
    [
      'is opened by a phone that does not ask',
      [loading()],
      { serviceLoading: () => 'loads' },
      [`loads ${href}`, 'sl '],
    ],
    [
      'is lost on a phone that ignores it',
      [loading()],
      { serviceLoading: () => 'ignores' },
      ['no-service-loading'],
    ],
    ['replaces one with the same link', [loading(), loading()], {}, [`medium ${href}`, 'sl ']],
    ['without a link is dropped', [{ kind: 'sl', loading: { href: 'demo.jad' } }], {}, ['no-link']],
  ])('%s', (_, drafts, push, told) => {
    expect(takeAll(drafts, push)).toEqual(told)
  })
})
