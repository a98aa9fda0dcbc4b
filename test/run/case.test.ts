import { describe, expect, it } from 'vitest'
import { HarnessFault } from '../../src/errors.ts'
import { link, serve } from '../handset/handset-world.ts'
import { playText } from './play-text.ts'

const open = '  - open: { link: demo }\n  - await: { event: install.settled }'

describe('a case', () => {
  it('begins with its facts and ends with its time', async () => {
    const { trace, virtualMs, fault } = await playText(`steps:\n${open}`)
    expect(trace.events[0]).toMatchObject({
      seq: 0,
      at: 0,
      type: 'case.started',
      format: 1,
      facts: {
        scenario: 'test',
        seed: 1,
        startsAt: '2006-03-01T09:00:00.000Z',
        profile: { id: 'plain', personality: 'strict' },
        target: { name: 'literal', hosts: ['ota.test'], clock: false, hasCredentials: false },
        expect: {},
      },
    })
    expect(trace.events.at(-1)).toEqual({
      seq: trace.events.length - 1,
      at: virtualMs,
      actor: 'run',
      type: 'case.ended',
      virtualMs,
    })
    expect(fault).toBe(undefined)
  })

  it('tells which other links it opens, so that a check knows what they promise', async () => {
    const links = new Map([
      ['demo', link],
      ['updated', `${link}?2`],
      ['busy', `${link}?3`],
    ])
    const steps = `${open}\n  - open: { link: updated }\n  - await: { event: install.settled }`
    const { trace } = await playText(`steps:\n${steps}`, serve, { links })
    expect(trace.events[0]).toMatchObject({
      facts: { target: { link, links: [['updated', `${link}?2`]] } },
    })
  })

  it.each([
    [
      'cannot be asked to push',
      '  - push: { ticket: true }',
      'push',
      'the network did not take the push: nobody but the target can make a ticket',
    ],
    [
      'has told no lifetime',
      '  - advance-to: { ticket: +1m }',
      'advance-to',
      'there is no ticket whose end is known',
    ],
    ['has offered nothing', '  - open: { last: offered }', 'open', 'no message had a link'],
    [
      'has pushed nothing',
      '  - fetch: { what: next-ticket }',
      'fetch',
      'there is no usable URL for next-ticket',
    ],
  ])('ends with a ticket where the target %s', async (_, step, verb, reason) => {
    const { lines } = await playText(`steps:\n${step}`)
    expect(lines.at(-1)).toBe(`scenario  step.failed  0, ${verb}, ${reason}`)
  })

  it('tells what of a push the scenario wrote in the place of the target', async () => {
    const steps = "  - push: { si: { text: Hello }, port: 2949 }\n  - push: { from: '16500' }"
    const { trace } = await playText(`steps:\n${steps}`)
    const told = trace.events.filter(({ type }) => type === 'push.scripted')
    expect(told).toMatchObject([{ actor: 'scenario', what: ['si', 'port'] }])
  })

  it('numbers its events without a gap, in the order of time', async () => {
    const { trace } = await playText(`steps:\n${open}`)
    expect(trace.events.map(({ seq }) => seq)).toEqual(trace.events.map((_, index) => index))
    const times = trace.events.map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  it('ends where a step cannot be taken, and says why', async () => {
    const { lines, fault } = await playText('steps:\n  - launch: last\n  - open: { link: demo }')
    expect(lines).toEqual([
      'scenario  step.started  0, launch',
      'scenario  step.failed  0, launch, no suite is installed',
    ])
    expect(fault).toBe(undefined)
  })

  it('lets what is under way end before the battery goes', async () => {
    const { lines } = await playText(`steps:\n${open}`)
    expect(lines.slice(-2)).toEqual([
      'radio  http.exchanged  POST /n/1 "900 Success\\r\\n", 200 with 0 octets',
      'report-delivery  report.delivered  report.1, 1',
    ])
  })

  it('tells what the phone wears from the beginning and later', async () => {
    const { lines } = await playText(
      `wears: [http-1-0]\nsteps:\n  - wear: [report-with-line-feed]\n${open}`,
    )
    expect(lines.filter((line) => line.includes('habit.worn'))).toEqual([
      'scenario  habit.worn  report-with-line-feed',
    ])
    expect(lines.at(-2)).toBe(
      'radio  http.exchanged  POST /n/1 "900 Success\\n", 200 with 0 octets',
    )
  })
})

describe('a defect of ours', () => {
  it('ends the case with its code and its words, at the time it showed', async () => {
    const { trace, fault } = await playText(`steps:\n${open}`, () => {
      throw new RangeError('a defect of ours')
    })
    expect(fault).toEqual(
      new HarnessFault('run/machine', 'the handset failed: RangeError: a defect of ours'),
    )
    expect(trace.events.at(-1)).toMatchObject({
      type: 'case.ended',
      error: { code: 'run/machine', message: 'the handset failed: RangeError: a defect of ours' },
    })
  })

  it('that shows when the steps are over ends the case all the same', async () => {
    const { fault } = await playText('steps:\n  - open: { link: demo }', () => {
      throw new RangeError('a defect of ours')
    })
    expect(fault?.code).toBe('run/machine')
  })

  it('that has a code of its own keeps it', async () => {
    const { fault } = await playText(`steps:\n${open}`, () => {
      throw new HarnessFault('test/limit', 'testMax = 1 reached', { hint: 'Ask for less.' })
    })
    expect(fault).toEqual(
      new HarnessFault('test/limit', 'testMax = 1 reached', { hint: 'Ask for less.' }),
    )
  })

  it('is a quirk that is none', async () => {
    const { fault } = await playText(`wears: [no-such-quirk]\nsteps:\n${open}`)
    expect(fault).toEqual(new HarnessFault('run/quirk', 'there is no quirk no-such-quirk'))
  })
})

describe('the user', () => {
  const credentials = { user: 'phone', password: 'secret' }
  const challenge = {
    status: 401,
    headers: [['WWW-Authenticate', 'Basic realm="x"']],
  } as const

  it('consents to what no step answers, after a second of thought', async () => {
    const { trace, lines } = await playText(`steps:\n${open}`)
    expect(lines).toContain('user  prompt.answered  install, accept')
    const asked = trace.events.find(({ type }) => type === 'prompt.shown')
    const answered = trace.events.find(({ type }) => type === 'prompt.answered')
    expect((answered?.at ?? 0) - (asked?.at ?? 0)).toBe(1000)
  })

  it('says what a step says', async () => {
    const { lines } = await playText(
      'steps:\n  - open: { link: demo }\n  - answer: { prompt: install, with: refuse }\n  - await: { event: install.settled }',
    )
    expect(lines.filter((line) => line.startsWith('user'))).toEqual([
      'user  prompt.answered  install, refuse',
    ])
    expect(lines).toContain(
      'handset  install.settled  cancelled, the user refused, 902, Demo 1.0.0 of Acme',
    )
  })

  it('does not wait for a step that answers something that begins later', async () => {
    const { lines } = await playText(
      `steps:\n${open}\n  - open: { link: demo }\n  - answer: { prompt: install, with: refuse }`,
    )
    expect(lines.filter((line) => line.startsWith('user'))).toEqual([
      'user  prompt.answered  install, accept',
      'user  prompt.answered  update, accept',
      'user  prompt.answered  install, refuse',
    ])
  })

  it('leaves the question that an answer leads to, to the next step', async () => {
    const { lines } = await playText(
      `steps:\n${open}\n  - open: { link: demo }\n  - answer: { prompt: update, with: accept }\n  - answer: { prompt: install, with: refuse }`,
    )
    expect(lines.filter((line) => line.startsWith('user'))).toEqual([
      'user  prompt.answered  install, accept',
      'user  prompt.answered  update, accept',
      'user  prompt.answered  install, refuse',
    ])
  })

  it('leaves a question to the step that cancels', async () => {
    const { lines } = await playText(
      'steps:\n  - open: { link: demo }\n  - await: { event: prompt.shown }\n  - advance: 1h\n  - cancel: { now: true }\n  - await: { event: install.settled }',
    )
    expect(lines.filter((line) => line.startsWith('user'))).toEqual([])
    expect(lines).toContain(
      'handset  install.settled  cancelled, the user stopped it, 902, Demo 1.0.0 of Acme',
    )
  })

  it('does not answer a phone whose battery is gone', async () => {
    const { lines } = await playText(
      'steps:\n  - open: { link: demo }\n  - await: { event: prompt.shown }\n  - power: off\n  - advance: 1h\n  - power: on',
    )
    expect(lines.filter((line) => line.startsWith('user'))).toEqual([])
  })

  it('answers the new question, not one that was cancelled', async () => {
    const { lines } = await playText(
      'steps:\n  - open: { link: demo }\n  - await: { event: prompt.shown }\n  - cancel: { now: true }\n  - fault: { on: descriptor, do: delay, for: 1m }\n  - open: { link: demo }\n  - answer: { prompt: install, with: refuse }\n  - await: { event: install.settled }',
    )
    const dialogue = lines.filter((line) => /prompt|settled/.test(line))
    expect(dialogue.map((line) => line.split('  ').slice(1).join(' '))).toEqual([
      'prompt.shown install, Install Demo 1.0.0 of Acme, 1825 octets?',
      'install.settled cancelled, the user stopped it, 902, Demo 1.0.0 of Acme',
      'prompt.shown install, Install Demo 1.0.0 of Acme, 1825 octets?',
      'prompt.answered install, refuse',
      'install.settled cancelled, the user refused, 902, Demo 1.0.0 of Acme',
    ])
  })

  it('types the credentials of the target file, and refuses without any', async () => {
    const locked = (request: Parameters<typeof serve>[0]) =>
      request.headers.some(([name]) => name === 'Authorization') ? serve(request) : challenge
    const withThem = await playText(`steps:\n${open}`, locked, { credentials })
    expect(withThem.lines).toContain('user  prompt.answered  credentials, right credentials')
    expect(withThem.lines).toContain(
      'handset  install.settled  installed, installed, 900, Demo 1.0.0 of Acme',
    )
    const without = await playText(`steps:\n${open}`, locked)
    expect(without.lines).toContain('user  prompt.answered  credentials, refuse')
    expect(without.lines).toContain('handset  install.settled  dead-end, HTTP status 401')
  })

  it('who waits for a question that does not come says so', async () => {
    const { lines } = await playText(
      'steps:\n  - answer: { prompt: delete, with: accept, within: 1m }',
    )
    expect(lines.at(-1)).toBe('scenario  step.failed  0, answer, the phone did not ask (delete)')
  })
})
