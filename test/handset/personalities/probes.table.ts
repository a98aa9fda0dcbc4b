/** Questions to a behaviour whose answers tell phones apart, by the decision that they are about. */
import type { Behaviour, Received } from '../../../src/handset/behaviour.ts'
import type { ReportTrigger } from '../../../src/handset/report-trigger.ts'
import type { InstalledSuite, QueuedReport, Signer } from '../../../src/handset/flash.ts'
import { emptyFlash } from '../../../src/handset/flash.ts'
import type { Header, PromptKind } from '../../../src/trace/events.ts'
import { escapeOctets } from '../../../src/wire/escape.ts'
import { plainProfile } from '../plain-profile.ts'
import { plainSuite } from '../plain-suite.ts'

export interface Probe {
  readonly asked: string
  readonly answer: (behaviour: Behaviour) => string
}

const url = 'http://ota.test/suites/demo.jad'

function response(status: number, headers: readonly Header[] = []): Received {
  return { kind: 'response', url, status, headers, body: new Uint8Array(0) }
}

function failure(cause: Extract<Received, { kind: 'failure' }>['cause']): Received {
  return { kind: 'failure', url, cause, detail: cause }
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no'
}

function missingPackage(name: string, received: Received): Probe {
  return {
    asked: `code of a package that does not come: ${name}`,
    answer: ({ refusePackage }) => String(refusePackage(received).code ?? 'no report'),
  }
}

function accept(purpose: 'descriptor' | 'package'): Probe {
  return {
    asked: `Accept of a request for a ${purpose}`,
    answer: ({ requestStyle }) =>
      requestStyle(purpose, plainProfile).headers.find(([name]) => name === 'Accept')?.[1] ??
      'none',
  }
}

function move(name: string, received: Received, counts: { hops?: number; waits?: number }): Probe {
  const state = { hops: 0, waits: 0, parts: 0, octetsSoFar: 0, ranged: false, ...counts }
  return {
    asked: `after ${name}`,
    answer: ({ nextMove }) =>
      nextMove({ ...state, received, purpose: 'package' }, plainProfile).kind,
  }
}

const elsewhere: Header = ['Location', 'http://ota.test/other.jad']
const basic: Header = ['WWW-Authenticate', 'Basic realm="x"']
const basicInSmall: Header = ['WWW-Authenticate', 'basic realm="x"']
const basicOfProxy: Header = ['Proxy-Authenticate', 'Basic realm="x"']

function challenge(name: string, received: Received, rounds: number): Probe {
  return {
    asked: `asks for credentials after ${name}, round ${rounds + 1}`,
    answer: ({ asksForCredentials }) => yes(asksForCredentials(received, rounds)),
  }
}

function resolution(reference: string, linkUrl = url): Probe {
  const from = linkUrl === url ? '' : `, by way of ${linkUrl}`
  return {
    asked: `MIDlet-Jar-URL \`${reference}\` in ${url}${from}`,
    answer: ({ resolvePackageUrl }) =>
      resolvePackageUrl({ reference, descriptorUrl: url, linkUrl }) ?? 'unusable',
  }
}

function comparison(offered: string, installed: string): Probe {
  const subject = (version: string) => ({ ...plainSuite.subject, version })
  return {
    asked: `version ${offered} over ${installed}`,
    answer: ({ decideUpdate }) => {
      const answer = decideUpdate({
        installed: { ...plainSuite, subject: subject(installed) },
        offered: { subject: subject(offered), signed: false },
      })
      return answer.kind === 'update' ? answer.comparison : answer.kind
    },
  }
}

const signer: Signer = { domain: 'identified', subject: 'CN=Ann, O=Acme', root: 'CN=Root' }

function retention(name: string, change: Partial<InstalledSuite>): Probe {
  return {
    asked: `records on an update from ${name}`,
    answer: ({ retainRecords }) =>
      retainRecords({
        installed: { ...plainSuite, signer },
        offered: {
          ...plainSuite,
          descriptorUrl: 'http://new.test/a.jad',
          packageUrl: 'http://new.test/a.jar',
          ...change,
        },
        hasRecords: true,
      }).kind,
  }
}

function text(code: number): Probe {
  return {
    asked: `body of a report of ${code}`,
    answer: ({ reportMessage }) => `\`${escapeOctets(reportMessage(code).body)}\``,
  }
}

const contentType: Probe = {
  asked: 'Content-Type of a report',
  answer: ({ reportMessage }) => reportMessage(900).headers[0]?.[1] ?? 'none',
}

function delivery(status: number): Probe {
  return {
    asked: `a report answered ${status} is delivered`,
    answer: ({ isDelivered }) => yes(isDelivered(response(status))),
  }
}

const success: QueuedReport = {
  id: 'success',
  kind: 'install',
  url: 'http://ota.test/n/1',
  code: 900,
  attempts: 1,
  suiteId: 'suite.1',
}
const rejection: QueuedReport = { ...success, id: 'failure', code: 904, suiteId: undefined }
const deletion: QueuedReport = {
  ...success,
  id: 'deletion',
  kind: 'delete',
  code: 912,
  attempts: 0,
  suiteId: undefined,
}

function due(trigger: ReportTrigger): Probe {
  return {
    asked: `reports sent when: ${trigger.kind}`,
    answer: ({ dueReports }) =>
      dueReports({ ...emptyFlash, reports: [success, deletion] }, trigger)
        .map(({ id }) => id)
        .join(', ') || 'none',
  }
}

function attempts(report: QueuedReport): Probe {
  return {
    asked: `attempts at a report of ${report.code}`,
    answer: ({ reportAttemptsMax }) => String(reportAttemptsMax(report)),
  }
}

function question(prompt: PromptKind): Probe {
  return { asked: `the user is asked: ${prompt}`, answer: ({ asks }) => yes(asks(prompt)) }
}

export const probes: Readonly<Partial<Record<keyof Behaviour, readonly Probe[]>>> = {
  requestStyle: [accept('descriptor'), accept('package')],
  acceptsAsDescriptor: [
    'text/vnd.sun.j2me.app-descriptor ; charset=utf-8',
    'Text/vnd.sun.j2me.app-descriptor',
  ].map((type) => ({
    asked: `\`${type}\` is taken for a descriptor`,
    answer: ({ acceptsAsDescriptor }) => yes(acceptsAsDescriptor(type)),
  })),
  acceptsAsPackage: ['application/java-archive', 'application/zip', undefined].map((type) => ({
    asked: `${type ?? 'no type'} is taken for a package`,
    answer: ({ acceptsAsPackage }) => yes(acceptsAsPackage(type)),
  })),
  nextMove: [
    move('302', response(302, [elsewhere]), {}),
    move('305', response(305, [elsewhere]), {}),
    move('308', response(308, [elsewhere]), {}),
    move('a second redirect', response(302, [elsewhere]), { hops: 1 }),
    move('a sixth redirect', response(302, [elsewhere]), { hops: 5 }),
    move('503 with Retry-After', response(503, [['Retry-After', '5']]), {}),
    move('503 for the third time', response(503, [['Retry-After', '5']]), { waits: 2 }),
  ],
  browser: [
    {
      asked: 'shows a page in HTML',
      answer: ({ browser }) => yes(browser.reads('text/html', plainProfile) !== undefined),
    },
  ],
  asksForCredentials: [
    challenge('401', response(401, [basic]), 0),
    challenge('401 with `basic` in small letters', response(401, [basicInSmall]), 0),
    challenge('401', response(401, [basic]), 1),
    challenge('401', response(401, [basic]), 4),
    challenge('407', response(407, [basicOfProxy]), 0),
    challenge('407 with WWW-Authenticate', response(407, [basic]), 0),
  ],
  authorization: [
    {
      asked: 'credentials for a proxy go into',
      answer: ({ authorization }) =>
        authorization({ kind: 'right', user: 'a', password: 'b', to: 'proxy' })[0],
    },
  ],
  keepsCredentialsOnRedirect: [
    {
      asked: 'credentials go along with a redirect',
      answer: ({ keepsCredentialsOnRedirect }) => yes(keepsCredentialsOnRedirect),
    },
  ],
  asks: [question('install'), question('redirect'), question('update'), question('package-only')],
  refusePackage: [
    ...[302, 400, 401, 403, 404, 406, 407, 410, 500, 503, 905].map((status) =>
      missingPackage(`status ${status}`, response(status)),
    ),
    missingPackage('the server is not there', failure('unreachable')),
    missingPackage('it breaks off', failure('interrupted')),
    missingPackage('coverage is lost', failure('no-coverage')),
    missingPackage('the user stops it', failure('cancelled')),
  ],
  resolvePackageUrl: [
    resolution('demo.jar'),
    resolution('/demo.jar'),
    resolution('demo.jar', 'http://ota.test/old/a.jad'),
  ],
  decideUpdate: [comparison('1.10', '1.9'), comparison('1.100', '1.99'), comparison('1.1b', '1.0')],
  retainRecords: [
    retention('another place, by the same signer', { signer }),
    retention('another place, by another customer of the same authority', {
      signer: { ...signer, subject: 'CN=Eve, O=Evil' },
    }),
    retention('another place, by another person of the same organization', {
      signer: { ...signer, subject: 'CN=Bob, O=Acme' },
    }),
    retention('the same place with another query', { descriptorUrl: `${url}?v=2` }),
    retention('another port of the same host', {
      descriptorUrl: 'http://ota.test:8080/suites/demo.jad',
    }),
  ],
  reportMessage: [text(900), text(913), contentType],
  sendsReportTo: ['http://ota.test/n', 'https://ota.test/n'].map((to) => ({
    asked: `reports go to ${to}`,
    answer: ({ sendsReportTo }) => yes(sendsReportTo(to)),
  })),
  isDelivered: [200, 202, 204, 302, 500].map(delivery),
  queuesReport: [902, 903, 904, 911].map((code) => ({
    asked: `${code} is reported`,
    answer: ({ queuesReport }) => yes(queuesReport(code)),
  })),
  dueReports: [
    due({ kind: 'suite removed' }),
    due({ kind: 'install begins' }),
    due({ kind: 'suite started', suiteId: 'suite.1' }),
    due({ kind: 'coverage regained' }),
  ],
  sendsWaiting: [{ asked: 'reports that wait go out', answer: ({ sendsWaiting }) => sendsWaiting }],
  reportAttemptsMax: [attempts(success), attempts(rejection), attempts(deletion)],
  repeatsReport: [
    {
      asked: 'times that a redirected report is sent again at once',
      answer: ({ repeatsReport }) => {
        let repeats = 0
        while (repeats < 10 && repeatsReport(response(302, [elsewhere]), repeats)) repeats += 1
        return String(repeats)
      },
    },
  ],
}
