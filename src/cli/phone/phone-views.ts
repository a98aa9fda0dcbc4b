/** What can be read off a phone without using it. */
import { freeBytes, recordBytes, storesOf } from '../../handset/flash.ts'
import type { InstalledSuite } from '../../handset/flash.ts'
import type { InboxMessage } from '../../handset/inbox.ts'
import { columnsOf, count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import type { OwnPhone } from './own-phone.ts'
import { trustRoots } from './read-roots.ts'

export function suitesOf({ storage }: OwnPhone) {
  const flash = storage.read()
  return flash.suites.map((suite) => ({
    ...describe(suite),
    recordBytes: recordBytes(storesOf(flash, suite.id)),
    pendingReports: flash.reports.filter(({ suiteId }) => suiteId === suite.id).length,
  }))
}

function describe({ id, subject, bytes, descriptorUrl, packageUrl }: InstalledSuite) {
  return {
    id,
    ...subject,
    bytes,
    ...(descriptorUrl !== undefined && { descriptorUrl }),
    packageUrl,
  }
}

export function listSuites(phone: OwnPhone): readonly string[] {
  const rows = suitesOf(phone).map((suite) =>
    [
      suite.name,
      suite.version,
      suite.vendor,
      count(suite.bytes, 'octet'),
      suite.recordBytes === 0 ? 'no records' : `records ${count(suite.recordBytes, 'octet')}`,
      suite.pendingReports === 0 ? '' : `${count(suite.pendingReports, 'report')} to send`,
    ].map(printable),
  )
  return columnsOf(rows)
}

export function inboxOf({ storage }: OwnPhone) {
  return storage.read().inbox.map((message) => {
    const { kind, from, text, url, receivedAt, expiresAt } = message
    return {
      number: messageNumber(message),
      kind,
      from,
      receivedAt: new Date(receivedAt).toISOString(),
      ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
      text,
      ...(url !== undefined && { url }),
    }
  })
}

/** By which a user names it. */
export function messageNumber({ id }: Pick<InboxMessage, 'id'>): string {
  return id.replace(/^message\./, '')
}

export function listInbox(phone: OwnPhone): readonly string[] {
  const rows = inboxOf(phone).map(({ number, kind, from, receivedAt, expiresAt, text, url }) =>
    [
      number,
      `${receivedAt.slice(0, 16).replace('T', ' ')} UTC`,
      from,
      kind === 'text' ? 'text' : kind.toUpperCase(),
      text === '' ? '(no text)' : text,
      url ?? 'no link',
      expiresAt === undefined ? '' : `until ${expiresAt.slice(0, 16).replace('T', ' ')} UTC`,
    ].map(printable),
  )
  return columnsOf(rows)
}

export function statusOf({ file, profile, storage }: OwnPhone) {
  const { on, covered, roots, hosts, calls } = storage.belongings
  const { suites, reports, inbox } = storage.read()
  return {
    file,
    profile: profile.id,
    name: profile.name,
    on,
    covered,
    capacityBytes: storage.capacityBytes,
    freeBytes: freeBytes(storage),
    suites: suites.length,
    messages: inbox.length,
    roots: trustRoots(roots).map(({ domain, certificate }) => ({
      domain,
      subject: certificate.subject.text,
    })),
    hosts,
    calls,
    reports: reports.map(({ kind, code, url, attempts, suiteId }) => {
      const suite = suites.find(({ id }) => id === suiteId)?.subject.name
      return { kind, code, url, attempts, ...(suite !== undefined && { suite }) }
    }),
  }
}

export function showStatus(phone: OwnPhone): readonly string[] {
  const status = statusOf(phone)
  const reports = status.reports.map(({ kind, code, url, attempts, suite = '' }) =>
    [String(code), kind, count(attempts, 'attempt'), url, suite].map(printable),
  )
  return [
    ...columnsOf([
      ['phone', `${status.name} (${status.profile})`],
      ['file', printable(status.file)],
      ['power', status.on ? 'on' : 'off'],
      ['coverage', status.covered ? 'yes' : 'lost'],
      ['memory', `${status.freeBytes} of ${count(status.capacityBytes, 'octet')} free`],
      ['suites', String(status.suites)],
      ['messages', String(status.messages)],
      ...showRoots(status.roots),
      ['hosts', status.hosts.length === 0 ? 'none yet' : printable(status.hosts.join(', '))],
      ['reports', reports.length === 0 ? 'none to send' : `${reports.length} to send`],
    ]),
    ...columnsOf(reports, { indent: 2 }),
  ]
}

function showRoots(
  roots: ReturnType<typeof statusOf>['roots'],
): readonly (readonly [label: string, text: string])[] {
  if (roots.length === 0) return [['roots', 'none: it takes no signed suite']]
  return roots.map(({ domain, subject }, index) => [
    index === 0 ? 'roots' : '',
    printable(`${domain}: ${subject}`),
  ])
}
