import { describe, expect, it } from 'vitest'
import { loadQuirks } from '../../src/handset/quirk-catalogue.ts'
import { loadScenarios, parseScenario } from '../../src/scenario/scenario.ts'
import { loadSteps } from '../../src/scenario/step-catalogue.ts'
import { complaintOf } from '../complaint.ts'

const steps = await loadSteps()
const quirks = await loadQuirks()
const scenarios = await loadScenarios(new URL('../../scenarios/', import.meta.url), steps)

function read(text: string) {
  return parseScenario(text, 'scenarios/some.yaml', { id: 'some', steps })
}

const head = 'title: Something happens\nsteps:\n'
const end = 'expect: { outcome: installed }\n'

describe('a scenario', () => {
  it('is a file with a title, steps and an end', () => {
    const scenario = read(`${head}  - open: { link: demo }\n  - advance: 5m\n${end}`)
    expect({
      ...scenario,
      steps: scenario.steps.map(({ verb, options }) => ({ verb, options })),
    }).toEqual({
      id: 'some',
      title: 'Something happens',
      profiles: ['midp/*'],
      needs: [],
      tags: [],
      unless: [],
      wears: [],
      phone: {},
      steps: [
        { verb: 'open', options: { link: 'demo' } },
        { verb: 'advance', options: 300_000 },
      ],
      expect: { outcome: 'installed' },
      differs: [],
      links: ['demo'],
      verbs: [],
    })
  })

  it('names each link that a step cannot do without, once', () => {
    const { links } = read(
      `${head}  - fault: { on: descriptor, do: http-302, to: moved }\n  - open: { link: busy }\n  - open: { link: moved }\n${end}`,
    )
    expect(links).toEqual(['moved', 'busy'])
  })

  it.each([
    {
      about: 'an unknown verb',
      text: `${head}  - opne: { link: demo }\n${end}`,
      message: 'scenarios/some.yaml:3:5: steps.0: Unrecognized key: "opne"',
      hint: 'Did you mean "open"?',
    },
    {
      about: 'two verbs in a step',
      text: `${head}  - open: { link: demo }\n    advance: 5m\n${end}`,
      message: 'scenarios/some.yaml:3:5: steps.0: a step is a map with exactly one verb',
      hint: undefined,
    },
    {
      about: 'a step without a verb',
      text: `${head}  - {}\n${end}`,
      message: 'scenarios/some.yaml:3:5: steps.0: a step is a map with exactly one verb',
      hint: undefined,
    },
    {
      about: 'no step at all',
      text: `title: a\nsteps: []\n${end}`,
      message: expect.stringMatching(/^scenarios\/some\.yaml:2:8: steps: Too small/),
      hint: undefined,
    },
    {
      about: 'a mistyped option',
      text: `${head}  - open: { lnik: demo }\n${end}`,
      message: 'scenarios/some.yaml:3:13: steps.0.open: Unrecognized key: "lnik"',
      hint: 'Did you mean "link"?',
    },
    {
      about: 'a mistyped word',
      text: `${head}  - fault: { on: packge, do: http-404 }\n${end}`,
      message: expect.stringMatching(
        /^scenarios\/some\.yaml:3:18: steps\.0\.fault\.on: Invalid option/,
      ),
      hint: 'Did you mean "package"?',
    },
    {
      about: 'a fault that is nearly one',
      text: `${head}  - fault: { on: package, do: lose-respons }\n${end}`,
      message: expect.stringMatching(
        /^scenarios\/some\.yaml:3:31: steps\.0\.fault\.do: Invalid option/,
      ),
      hint: 'Did you mean "lose-response"?',
    },
    {
      about: 'a fault without what it needs',
      text: `${head}  - fault: { on: package, do: delay }\n${end}`,
      message:
        'scenarios/some.yaml:3:12: steps.0.fault.for: Invalid input: expected string, received undefined',
      hint: 'There is no steps.0.fault.for yet: add it.',
    },
    {
      about: 'a duration without a unit',
      text: `${head}  - advance: 5\n${end}`,
      message:
        'scenarios/some.yaml:3:14: steps.0.advance: Invalid input: expected string, received number',
      hint: undefined,
    },
    {
      about: 'a duration of an unknown unit',
      text: `${head}  - advance: 5w\n${end}`,
      message:
        'scenarios/some.yaml:3:14: steps.0.advance: a duration such as 500ms, 60s, 5m, 2h or 14d',
      hint: undefined,
    },
    {
      about: 'a range that is none',
      text: `${head}  - fault: { on: package, nth: 3-5, do: http-404 }\n${end}`,
      message: expect.stringMatching(
        /^scenarios\/some\.yaml:3:32: steps\.0\.fault\.nth: a count such as 1\.\.3/,
      ),
      hint: undefined,
    },
    {
      about: 'a range from its end',
      text: `${head}  - fault: { on: package, nth: 3..1, do: http-404 }\n${end}`,
      message: 'scenarios/some.yaml:3:32: steps.0.fault.nth: a count such as 1..3',
      hint: undefined,
    },
    {
      about: 'a place that is none',
      text: `${head}  - cancel: { during: package, at: middel }\n${end}`,
      message: expect.stringMatching(
        /^scenarios\/some\.yaml:3:36: steps\.0\.cancel\.at: Invalid option/,
      ),
      hint: 'Did you mean "middle"?',
    },
    {
      about: 'a mistyped outcome',
      text: `${head}  - open: { link: demo }\nexpect: { outcome: instaled }\n`,
      message: expect.stringMatching(
        /^scenarios\/some\.yaml:4:20: expect\.outcome: Invalid option/,
      ),
      hint: 'Did you mean "installed"?',
    },
    {
      about: 'a code that is none',
      text: `${head}  - open: { link: demo }\nexpect: { report: 9000 }\n`,
      message: expect.stringMatching(/^scenarios\/some\.yaml:4:19: expect\.report: Too big/),
      hint: undefined,
    },
    {
      about: 'an end that is missing',
      text: `${head}  - open: { link: demo }\n`,
      message:
        'scenarios/some.yaml:1:1: expect: Invalid input: expected object, received undefined',
      hint: 'There is no expect yet: add it.',
    },
  ])('with $about is refused', ({ text, message, hint }) => {
    expect(complaintOf(() => read(text))).toEqual({ code: 'data/schema', message, hint })
  })
})

describe('the scenarios that come with the product', () => {
  it('are at least thirty, in the order of their ids', () => {
    const ids = scenarios.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted())
    expect(ids.length).toBeGreaterThanOrEqual(30)
  })

  it('say what happens in a sentence of their own', () => {
    const titles = scenarios.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.filter((title) => !/^[A-Z].{15,100}[^.]$/.test(title))).toEqual([])
  })

  it('end in something that is expected', () => {
    const open = scenarios.filter(({ expect: { outcome, report } }) => outcome ?? report)
    expect(open.length).toBe(scenarios.length)
  })

  it('come to every outcome and to every code of the strict flow', () => {
    const outcomes = new Set(scenarios.map((scenario) => scenario.expect.outcome))
    expect(outcomes).toEqual(new Set(['installed', 'refused', 'cancelled', 'dead-end']))
    const codes = new Set(scenarios.map((scenario) => scenario.expect.report))
    expect(
      [900, 901, 902, 903, 904, 905, 906, 907, 908].filter((code) => !codes.has(code)),
    ).toEqual([])
  })
})

describe('the quirks that phones put on', () => {
  it.each([...quirks])(
    '%s says what it is and where that is documented',
    (_, { title, source }) => {
      expect(title).toMatch(/^[A-Z].{10,120}\.$/)
      expect(source.length).toBeGreaterThan(15)
    },
  )
})
