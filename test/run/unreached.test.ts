import { describe, expect, it } from 'vitest'
import { whyUnreached } from '../../src/run/unreached.ts'
import { serve } from '../handset/handset-world.ts'
import { playText } from './play-text.ts'

const open = 'steps:\n  - open: { link: demo }\n  - await: { event: install.settled }'

describe('a target that cannot be reached', () => {
  it.each([
    [
      'refuses connections',
      'refused',
      'ota.test could not be reached (why); nothing listens there, or a firewall refuses: does the server run, and on this port?',
    ],
    [
      'has no address',
      'dns',
      'ota.test could not be reached (why); its name has no address here: is it spelled right, and is a VPN needed?',
    ],
    [
      'fails the handshake',
      'tls',
      'ota.test could not be reached (why); there was no TLS with it: is it https that it speaks on this port?',
    ],
    [
      'never answers',
      'timeout',
      'ota.test could not be reached (why); it does not answer: is it up, and does a firewall drop what is sent there?',
    ],
    ['breaks connections', 'reset', undefined],
    ['answers garbage', 'malformed', undefined],
  ] as const)('is one that %s, and the first thing to look at is said', async (_, cause, why) => {
    const { trace } = await playText(open, () => ({ failure: { cause, detail: 'why\nat depth' } }))
    expect(whyUnreached(trace)).toBe(why)
  })

  it('is none that answered once', async () => {
    const { trace } = await playText(open, (request) =>
      request.url.endsWith('.jad') ? serve(request) : { failure: { cause: 'refused', detail: '' } },
    )
    expect(whyUnreached(trace)).toBe(undefined)
  })

  it('is none that nobody asked', async () => {
    const { trace } = await playText(`steps:\n  - coverage: lost\n  - open: { link: demo }`)
    expect(whyUnreached(trace)).toBe(undefined)
  })

  it('is one even where the network was to delay its answers', async () => {
    const { trace } = await playText(
      'steps:\n  - fault: { on: descriptor, do: delay, for: 1m }\n  - open: { link: demo }',
      () => ({ failure: { cause: 'refused', detail: '' } }),
    )
    expect(whyUnreached(trace)).toMatch(/^ota\.test could not be reached/)
  })
})
