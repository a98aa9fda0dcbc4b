import { describe, expect, it } from 'vitest'
import type { ReportTrigger } from '../../../src/handset/report-trigger.ts'
import { emptyFlash } from '../../../src/handset/flash.ts'
import type { QueuedReport } from '../../../src/handset/flash.ts'
import {
  findDueAtOnce,
  findDueReports,
  isAcknowledged,
  isReportable,
} from '../../../src/handset/rules/reports.ts'

const url = 'http://ota.test/n/1'

function report(id: string, about: Partial<QueuedReport>): QueuedReport {
  return { id, kind: 'install', url, code: 900, attempts: 0, suiteId: undefined, ...about }
}

const newSuccess = report('new success', { suiteId: 'suite.1' })
const oldSuccess = report('old success', { suiteId: 'suite.1', attempts: 1 })
const otherSuccess = report('other success', { suiteId: 'suite.2', attempts: 1 })
const newFailure = report('new failure', { code: 904 })
const oldFailure = report('old failure', { code: 904, attempts: 1 })
const newDeletion = report('new deletion', { kind: 'delete', code: 912 })
const oldDeletion = report('old deletion', { kind: 'delete', code: 912, attempts: 4 })

const queued: ReportTrigger = { kind: 'report queued' }
const begins: ReportTrigger = { kind: 'install begins' }
const started: ReportTrigger = { kind: 'suite started', suiteId: 'suite.1' }
const regained: ReportTrigger = { kind: 'coverage regained' }

function due(trigger: ReportTrigger, ...reports: readonly QueuedReport[]): readonly string[] {
  return findDueReports({ ...emptyFlash, reports }, trigger).map(({ id }) => id)
}

describe('a report that has just been queued', () => {
  it.each([
    ['of a success', newSuccess],
    ['of a failure', newFailure],
  ])('%s is sent at once', (_, one) => {
    expect(due(queued, one)).toEqual([one.id])
  })

  it('of a deletion waits', () => {
    expect(due(queued, newDeletion)).toEqual([])
  })

  it('takes deletions and failures that wait along, behind itself', () => {
    expect(due(queued, oldFailure, newDeletion, oldDeletion, newSuccess)).toEqual([
      'new success',
      'old failure',
      'new deletion',
      'old deletion',
    ])
  })

  it('leaves successes that wait for the start of their suite', () => {
    expect(due(queued, oldSuccess, newFailure)).toEqual(['new failure'])
  })

  it('is sent when coverage comes back, if it was not tried before', () => {
    expect(due(regained, newSuccess, newFailure, newDeletion)).toEqual([
      'new success',
      'new failure',
      'new deletion',
    ])
  })
})

describe('the beginning of an installation', () => {
  it('has deletions and failures that wait sent', () => {
    expect(due(begins, newDeletion, oldDeletion, oldFailure)).toEqual([
      'new deletion',
      'old deletion',
      'old failure',
    ])
  })

  it('leaves successes that wait for the start of their suite', () => {
    expect(due(begins, oldSuccess)).toEqual([])
  })
})

describe('the start of a suite', () => {
  it.each([
    ['tried before', oldSuccess],
    ['never tried, because the battery went', newSuccess],
  ])('has its report sent that was %s', (_, one) => {
    expect(due(started, one)).toEqual([one.id])
  })

  it('leaves the reports of other suites', () => {
    expect(due(started, otherSuccess)).toEqual([])
  })

  it('takes deletions and failures that wait along only with a report of its own', () => {
    expect(due(started, newDeletion, oldFailure)).toEqual([])
    expect(due(started, newDeletion, oldFailure, oldSuccess)).toEqual([
      'old success',
      'new deletion',
      'old failure',
    ])
  })
})

describe('coverage that comes back', () => {
  it.each([oldSuccess, oldFailure, newDeletion, oldDeletion])(
    'alone does not send the $id',
    (one) => {
      expect(due(regained, one)).toEqual([])
    },
  )
})

describe('an empty queue', () => {
  it.each([queued, begins, started, regained])(
    'has nothing due when it hears: $kind',
    (trigger) => {
      expect(due(trigger)).toEqual([])
    },
  )
})

describe('a report', () => {
  const answered = (status: number) =>
    ({ kind: 'response', url, status, headers: [], body: new Uint8Array(0) }) as const

  it.each([
    [200, true],
    [201, false],
    [202, false],
    [204, false],
    [302, false],
    [401, false],
    [500, false],
  ])('answered with %i is delivered: %s', (status, isDelivered) => {
    expect(isAcknowledged(answered(status))).toBe(isDelivered)
  })

  it('without an answer is not delivered', () => {
    expect(isAcknowledged({ kind: 'failure', url, cause: 'interrupted', detail: '' })).toBe(false)
  })

  it.each([
    ['http://ota.test/n', true],
    ['HTTP://ota.test/n', true],
    ['https://ota.test/n', false],
    ['sms://7101', false],
    ['/n/1', false],
    ['', false],
    ['http://', false],
    ['http:ota.test', false],
    ['http://ota.test/a b', false],
    ['http://ota.test/\u00FC', false],
    ['http://ota.test:99999/', false],
  ])('can be sent to "%s": %s', (to, isSent) => {
    expect(isReportable(to)).toBe(isSent)
  })
})

describe('a phone that reports deletions as they happen', () => {
  function dueAtOnce(trigger: ReportTrigger, ...reports: readonly QueuedReport[]) {
    return findDueAtOnce({ ...emptyFlash, reports }, trigger).map(({ id }) => id)
  }

  it.each([{ kind: 'suite removed' }, regained] as const)(
    'sends a new one when: $kind',
    (trigger) => {
      expect(dueAtOnce(trigger, oldSuccess, newDeletion)).toEqual(['new deletion'])
    },
  )

  it('leaves one that it tried to the next installation', () => {
    expect(dueAtOnce({ kind: 'suite removed' }, oldDeletion)).toEqual([])
    expect(dueAtOnce(begins, oldDeletion)).toEqual(['old deletion'])
  })

  it('sends each report once', () => {
    expect(dueAtOnce(regained, newSuccess, newDeletion)).toEqual(['new success', 'new deletion'])
  })

  it('does all else as any phone', () => {
    expect(dueAtOnce(queued, newDeletion)).toEqual([])
    expect(dueAtOnce(started, oldSuccess)).toEqual(['old success'])
  })
})

it('the removal of a suite by itself has nothing sent', () => {
  expect(due({ kind: 'suite removed' }, newSuccess, newDeletion)).toEqual([])
})
