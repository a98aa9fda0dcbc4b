import { describe, expect, it, test } from 'vitest'
import { wapWall } from '../../src/handset/access-point.ts'
import { platformRules } from '../../src/run/platform-rules.table.ts'
import { summarisePlatforms } from '../../src/run/platforms.ts'
import type { AttemptReport, CaseReport, PhoneReport } from '../../src/run/report-model.ts'
import { sampleReport } from '../report/sample-run.ts'

const java = { platform: 'midp', family: 'java' } as const
const n95 = { platform: 'symbian', family: 'symbian-9' } as const
const wizard = { platform: 'windows-mobile', family: 'pocket-pc' } as const

const [sample] = sampleReport.cases
function played(id: string, phone: PhoneReport, attempts: readonly AttemptReport[]): CaseReport {
  if (sample === undefined) throw new Error('the sample has no case')
  return { ...sample, id, phone, attempts }
}

const installed = { by: 'si', outcome: 'installed', at: 9, report: 900 } as const
const untaken = { by: 'si', outcome: 'dropped', at: 3, rule: 'no-wap-push' } as const

describe('the matrix', () => {
  test('counts what came of links, by platform and by how they came, in the order of the platforms', () => {
    const { matrix } = summarisePlatforms([
      played('a @ n95', n95, [{ by: 'text', outcome: 'installed', at: 1 }]),
      played('a @ 6300', java, [installed, installed, { ...installed, outcome: 'refused' }]),
      played('b @ 6300', java, [{ by: 'link', outcome: 'installed', at: 1 }]),
    ])
    expect(matrix).toEqual([
      { ...java, by: 'link', ends: { installed: 1 } },
      { ...java, by: 'si', ends: { installed: 2, refused: 1 } },
      { ...n95, by: 'text', ends: { installed: 1 } },
    ])
  })

  test('is absent where no link was opened', () => {
    expect(summarisePlatforms([played('a @ 6300', java, [])])).toEqual({})
  })
})

const ruleOf = (rule: string, cases: readonly CaseReport[]) =>
  summarisePlatforms(cases).platformRules?.find((one) => one.rule === rule)

describe('a rule of a platform', () => {
  const about = {
    rule: 'java-wap-push',
    title: 'A Java phone installs from the link of a WAP push',
    source: 'DME server manual, page 5274',
  }

  test('names the first link that shows it', () => {
    const cases = [played('a @ 6300', java, [installed]), played('b @ 6300', java, [installed])]
    expect(ruleOf('java-wap-push', cases)).toEqual({
      ...about,
      shown: 2,
      broken: 0,
      evidence: { case: 'a @ 6300', by: 'si', outcome: 'installed', at: 9 },
    })
  })

  test('names rather the first of which it is not true', () => {
    const cases = [played('a @ 6300', java, [installed]), played('b @ 6300', java, [untaken])]
    expect(ruleOf('java-wap-push', cases)).toEqual({
      ...about,
      shown: 1,
      broken: 1,
      evidence: { case: 'b @ 6300', by: 'si', outcome: 'dropped', at: 3 },
    })
  })

  test('says so where nothing shows it', () => {
    const cases = [played('a @ 6300', java, [{ ...installed, by: 'link' }])]
    expect(ruleOf('java-wap-push', cases)).toEqual({ ...about, shown: 0, broken: 0 })
  })

  test('is not weighed by a phone that wears what is not its own', () => {
    const cases = [played('a @ 6300', { ...java, wore: ['service-inbox-off'] }, [untaken])]
    expect(ruleOf('java-wap-push', cases)).toMatchObject({ shown: 0, broken: 0 })
  })

  test('is left out where no phone of the platform was played', () => {
    expect(ruleOf('windows-mobile-drops', [played('a @ 6300', java, [installed])])).toBeUndefined()
  })
})

const text = { by: 'text', outcome: 'installed', at: 1 } as const
const ignored = { by: 'text', outcome: 'dropped', at: 1, rule: 'link-in-text' } as const
const walled = { by: 'si', outcome: 'dead-end', at: 1, reason: wapWall } as const
const unreported = { by: 'si', outcome: 'installed', at: 1 } as const

type Weight = 'shown' | 'broken' | 'nothing'

it.each([
  ['java-wap-push', java, installed, 'shown'],
  ['java-wap-push', java, untaken, 'broken'],
  ['java-wap-push', java, text, 'nothing'],
  ['java-wap-push', java, { ...installed, outcome: 'refused' }, 'nothing'],
  ['java-text', java, ignored, 'shown'],
  ['java-text', java, text, 'broken'],
  ['java-text', java, { ...ignored, rule: 'inbox-full' }, 'nothing'],
  ['java-text', java, installed, 'nothing'],
  ['symbian-text', n95, text, 'shown'],
  ['symbian-text', n95, ignored, 'broken'],
  ['symbian-text', n95, { ...text, outcome: 'cancelled' }, 'nothing'],
  ['symbian-text', n95, unreported, 'nothing'],
  ['symbian-wap-access-point', n95, walled, 'shown'],
  ['symbian-wap-access-point', n95, { ...walled, reason: 'no answer' }, 'nothing'],
  ['symbian-wap-push', n95, unreported, 'shown'],
  ['symbian-wap-push', n95, untaken, 'broken'],
  ['symbian-wap-push', n95, walled, 'nothing'],
  ['windows-mobile-text', wizard, text, 'shown'],
  ['windows-mobile-text', wizard, ignored, 'broken'],
  ['pocket-pc-2003-wap-push', { ...wizard, family: 'pocket-pc-2003' }, untaken, 'shown'],
  ['pocket-pc-2003-wap-push', { ...wizard, family: 'pocket-pc-2003' }, unreported, 'broken'],
  ['pocket-pc-2003-wap-push', { ...wizard, family: 'pocket-pc-2003' }, text, 'nothing'],
  ['windows-mobile-drops', wizard, untaken, 'shown'],
  ['windows-mobile-drops', wizard, unreported, 'nothing'],
  ['windows-mobile-takes', wizard, unreported, 'shown'],
  ['windows-mobile-takes', wizard, untaken, 'nothing'],
  ['native-unreported', wizard, text, 'shown'],
  ['native-unreported', wizard, { ...text, report: 900 }, 'broken'],
  ['native-unreported', wizard, ignored, 'nothing'],
] satisfies readonly (readonly [string, PhoneReport, AttemptReport, Weight])[])(
  '%s on %j, %j: %s',
  (rule, phone, attempt, weight) => {
    expect(ruleOf(rule, [played('a @ b', phone, [attempt])])).toMatchObject({
      shown: weight === 'shown' ? 1 : 0,
      broken: weight === 'broken' ? 1 : 0,
    })
  },
)

test('each rule has a source and an id of its own', () => {
  expect(new Set(platformRules.map(({ id }) => id)).size).toBe(platformRules.length)
  expect(platformRules.filter(({ source }) => source === '')).toEqual([])
})
