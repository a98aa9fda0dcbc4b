import { describe, expect, it } from 'vitest'
import { tellMessages } from '../../src/run/tell-messages.ts'
import { playText } from './play-text.ts'

async function fates(steps: string) {
  const { trace } = await playText(`steps:\n${steps}`)
  return tellMessages(trace).map(({ state, fate }) => [state, ...fate])
}

describe('of every message is told', () => {
  it('who sent it by what, what was read in it, and what the phone did', async () => {
    const { trace } = await playText('steps:\n  - push: {}\n  - receive: {}')
    expect(tellMessages(trace)).toEqual([
      {
        message: '1',
        bearer: 'harness',
        sender: 'harness',
        from: '16400',
        to: '+358401234567',
        state: 'delivered',
        decoded:
          'SI Install the demo, to http://ota.test/suites/demo.jad, si-id demo, action signal-medium, created 2006-03-01T09:00:00Z',
        fate: ['the phone showed the link http://ota.test/suites/demo.jad (medium)'],
      },
    ])
  })

  it.each([
    [
      'that it was let go, and why',
      '  - push: { port: 16000 }\n  - receive: { as: discarded }',
      ['delivered', 'the phone let go of it (nobody-on-port): nobody listens at port 16000'],
    ],
    [
      'that it was kept',
      "  - push: { text: 'Hello' }\n  - receive: { as: message }",
      ['delivered', 'the phone kept it'],
    ],
    [
      'that the air lost it',
      '  - fault: { on: segment, do: lose }\n  - push: {}\n  - advance: 1m',
      ['delivered', 'the air lost it'],
    ],
    [
      'that it waits for a phone that is off',
      '  - power: off\n  - push: {}\n  - advance: 1m',
      ['waiting', 'the phone never had it'],
    ],
    [
      'that it expired there',
      '  - power: off\n  - push: { valid: 1h }\n  - advance: 2h',
      ['expired', 'the phone never had it'],
    ],
  ])('%s', async (_, steps, told) => {
    expect(await fates(steps)).toEqual([told])
  })
})
