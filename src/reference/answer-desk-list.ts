/** The desks of this server, each with its form: what a target file can have it do. */
import type { MarkupElement } from '../wire/markup.ts'
import { pushPurposes } from '../wire/push/own-draft.ts'
import { cancelDeskPath } from './answer-cancel-desk.ts'
import { clockDeskPath } from './answer-clock-desk.ts'
import { publishDeskPath } from './answer-publish-desk.ts'
import { pushDeskPath, pushKinds } from './answer-push-desk.ts'
import { resetDeskPath } from './answer-reset-desk.ts'
import { ticketDeskPath } from './answer-ticket-desk.ts'
import { element, showPage } from './desk-page.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { statusDeskPath } from './native/answer-status.ts'

export const deskListPath = '/admin'

interface DeskForm {
  readonly path: string
  readonly method: 'get' | 'post'
  readonly does: string
  /** What may be filled in: whatever is meant, or one of these. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>
}

const to = 'the number of a phone, e.g. +358401234567'
const app = 'the name of a link; demo unless told'

const forms: readonly DeskForm[] = [
  {
    path: pushDeskPath,
    method: 'post',
    does: 'Push a link to a phone.',
    fields: {
      to,
      app,
      what: ['', ...pushPurposes],
      kind: ['', ...pushKinds],
      ticket: ['', 'true', 'false'],
      bearer: 'smsc, ppg, sendsms, json or wap-udp; the first it knows unless told',
    },
  },
  {
    path: ticketDeskPath,
    method: 'post',
    does: 'Order a link for one phone, which is not pushed.',
    fields: { to, app },
  },
  {
    path: cancelDeskPath,
    method: 'post',
    does: 'Cancel an order: by the link that was made for it, or all of a phone for what a link leads to.',
    fields: { link: 'the link that was made for the order', to, app },
  },
  {
    path: publishDeskPath,
    method: 'post',
    does: 'Publish the newer version of the demo suite or of the client.',
    fields: { app: ['demo', 'client'] },
  },
  {
    path: statusDeskPath,
    method: 'get',
    does: 'Show where an installation is that no phone reports.',
    fields: { app: 'the name of a link; client unless told' },
  },
  {
    path: clockDeskPath,
    method: 'post',
    does: 'Set the clock of this server.',
    fields: { instant: 'a date, e.g. 2006-03-01T09:00:00Z' },
  },
  {
    path: resetDeskPath,
    method: 'post',
    does: 'Forget all that was: visits, reports, tickets, installations, what was published.',
    fields: {},
  },
]

export function answerDeskList(_: Desk, context: FaultContext): Answered {
  const response = showPage('Reference server', [
    element('p', [element('a', ['Tickets and what became of them'], { href: ticketDeskPath })]),
    ...forms.map(showForm),
  ])
  return { response, context }
}

function showForm({ path, method, does, fields }: DeskForm): MarkupElement {
  return element(
    'form',
    [
      element('h2', [`${method.toUpperCase()} ${path}`]),
      element('p', [does]),
      ...Object.entries(fields).map(([name, field]) => showField(name, field)),
      element('p', [element('button', ['Send'], { type: 'submit' })]),
    ],
    { action: path, method },
  )
}

function showField(name: string, field: string | readonly string[]): MarkupElement {
  const control =
    typeof field === 'string'
      ? element('input', [], { name, size: '60', placeholder: field })
      : element(
          'select',
          field.map((option) => element('option', [option])),
          { name },
        )
  return element('p', [element('label', [`${name} `, control])])
}
