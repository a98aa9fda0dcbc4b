/** The desks of a reference on this machine, each asked with a form. */
import { getResponse } from 'msw'
import { noteArrival } from '../../src/reference/arrival.ts'
import type { Outside } from '../../src/reference/desk.ts'
import { createReference } from '../../src/reference/reference.ts'

export const home = 'http://127.0.0.1:8080'
export const number = '+358401234567'

export function openDesk(outside?: Outside) {
  const at = Date.parse('2006-03-01T09:00:00.000Z')
  const { handlers } = createReference({
    origin: home,
    now: () => at,
    ticketLifetimeMs: 600_000,
    ...(outside === undefined ? {} : { outside }),
  })
  return async (
    path: string,
    form: Readonly<Record<string, string>>,
    { method = 'POST', host = home } = {},
  ) => {
    const body = method === 'POST' ? { body: new URLSearchParams(form).toString() } : {}
    const request = new Request(`${host}${path}`, { method, ...body })
    const arrival = noteArrival(request, { form: 'origin', version: '1.1', ordinal: 1 })
    const response = await getResponse(handlers, arrival)
    return `${response?.status} ${await response?.text()}`.trimEnd()
  }
}
