/** Links that are for one platform, at a server that refuses phones of others. */
import { describe, expect, it } from 'vitest'
import type { ServerPolicies } from '../../../src/reference/policies.ts'
import { origin, talkTo } from '../dialogue.ts'

const agents = {
  java: 'PlainPhone/1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1',
  'symbian-8': 'Nokia6600/1.0 (4.09.1) SymbianOS/7.0s Series60/2.0 Profile/MIDP-2.0',
  'symbian-9': 'NokiaN95/11.0.026; Series60/3.1 Profile/MIDP-2.0 Configuration/CLDC-1.1',
  'pocket-pc': 'Mozilla/4.0 (compatible; MSIE 4.01; Windows CE; PPC; 240x320)',
  smartphone: 'Mozilla/4.0 (compatible; MSIE 4.01; Windows CE; Smartphone; 176x220)',
  nobody: 'Opera/9.50 (Windows NT 5.1; U; en)',
} as const

async function statuses(link: string, policies: Partial<ServerPolicies>) {
  const { ask, reference } = talkTo(undefined, policies)
  const url = new Map(Object.entries(reference.links)).get(link) ?? origin
  const answers = Object.entries(agents).map(
    async ([name, agent]) =>
      [name, (await ask(url, { headers: { 'User-Agent': agent } })).status] as const,
  )
  return Object.fromEntries(await Promise.all(answers))
}

const all = { java: 200, 'symbian-8': 200, 'symbian-9': 200, 'pocket-pc': 200, smartphone: 200 }
const none = { java: 403, 'symbian-8': 403, 'symbian-9': 403, 'pocket-pc': 403, smartphone: 403 }

describe('a link for one platform', () => {
  it.each([
    ['client-for-java', { ...none, java: 200, nobody: 200 }],
    ['client-for-symbian-8', { ...none, 'symbian-8': 200, nobody: 200 }],
    ['client-for-symbian-9', { ...none, 'symbian-9': 200, nobody: 200 }],
    ['client-for-pocket-pc', { ...none, 'pocket-pc': 200, smartphone: 200, nobody: 200 }],
    ['client-for-smartphone', { ...none, 'pocket-pc': 200, smartphone: 200, nobody: 200 }],
    ['client', { ...all, nobody: 200 }],
  ])('%s is refused to phones of others, and to nobody who may be of it', async (link, told) => {
    expect(await statuses(link, { otherPlatform: 'refuses' })).toEqual(told)
    expect(await statuses(link, {})).toEqual({ ...all, nobody: 200 })
  })

  it('is refused on a page that says why', async () => {
    const { ask } = talkTo(undefined, { otherPlatform: 'refuses' })
    const headers = { 'User-Agent': agents['pocket-pc'] }
    const { status, text } = await ask(`${origin}/client-for-symbian-9`, { headers })
    expect([status, text]).toEqual([
      403,
      '<html><head><title>Not for this phone</title></head><body><p>This link is for Symbian phones since OS 9. Ask for one for your phone.</p></body></html>\n',
    ])
  })
})
