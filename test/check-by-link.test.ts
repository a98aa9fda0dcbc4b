/** What `check` plays where it is told a link and nothing else: by what the server says of it. */
import { afterAll, describe, expect, it } from 'vitest'
import { check } from '../src/index.ts'
import { listen } from '../src/reference/listen.ts'
import { createReference } from '../src/reference/reference.ts'

const reference = createReference({ origin: 'http://127.0.0.1', now: () => 0 })
const server = await listen(reference, { host: '127.0.0.1', port: 0 })
afterAll(() => server.close())

async function checked(link: string, scenarios: readonly string[] = []) {
  const told: string[] = []
  const { report } = await check({
    url: server.links[link] ?? '',
    scenarios,
    onPhone: (id, what) => told.push(`${id}: ${what}`),
  })
  const played = report.cases.filter(({ verdict }) => verdict !== 'not-applicable')
  return {
    verdict: report.verdict,
    told,
    phones: [...new Set(played.map(({ profile }) => profile))],
    open: played.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id),
  }
}

describe('a link alone', () => {
  it.each([
    ['client-for-symbian-8', 'nokia-6600', 'a package for Symbian OS up to 8'],
    ['client-for-symbian-9', 'nokia-n95', 'a package for Symbian OS since 9'],
    ['client-for-pocket-pc', 'htc-wizard', 'a cabinet for Windows Mobile'],
    ['client-for-smartphone', 'hp-ipaq-510', 'a cabinet for Windows Mobile Smartphones'],
  ] as const)('to a package is opened by a phone that it is for: %s', async (link, phone, what) => {
    expect(await checked(link)).toEqual({
      verdict: 'pass',
      told: [`${phone}: ${what}`],
      phones: [phone],
      open: [],
    })
  })

  it.each(['page', 'page-refresh', 'page-wml', 'page-wmlc', 'download'] as const)(
    'to what leads on is judged by what can be played at it: %s',
    async (link) => {
      const scenarios = ['discovery/*', 'habits/charset-*', 'download/*', 'update/same-*']
      expect(await checked(link, scenarios)).toEqual({
        verdict: 'pass',
        told: [],
        phones: ['midp2-plain'],
        open: [],
      })
    },
  )
})
