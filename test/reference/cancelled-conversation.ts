/** Two orders of one phone that were begun and then cancelled: of a suite, and of a client for phones without Java. */
import type { Reference } from '../../src/reference/reference.ts'
import { origin } from './dialogue.ts'

const number = '+358409999999'
const agent = {
  'User-Agent': 'NokiaN95/11.0.026; Series60/3.1 Profile/MIDP-2.0 Configuration/CLDC-1.1',
}

type Fetch = (
  path: string,
  headers?: Readonly<Record<string, string>>,
) => Promise<{ readonly body: string }>

export async function converseOfCancelled(
  { orderTicket, cancelOrders }: Reference,
  fetch: Fetch,
): Promise<readonly unknown[]> {
  const [suite = '', client = ''] = ['demo', 'client'].map((app) =>
    (orderTicket({ number, app })?.link ?? origin).slice(origin.length),
  )
  const { body } = await fetch(suite)
  const visit = /visit=v\d+/.exec(body)?.[0] ?? ''
  await fetch(client, agent)
  const cancelled = ['demo', 'client'].map((app) => cancelOrders({ number, app }))
  return [
    cancelled,
    await fetch(suite),
    await fetch(`${suite.replace('.jad', '.jar')}?${visit}`),
    await fetch(client, agent),
    await fetch(client, { ...agent, Range: 'bytes=100-' }),
  ]
}
