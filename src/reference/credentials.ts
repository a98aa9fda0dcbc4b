/** The one realm of the reference, and who may enter it (RFC 7617). */
import type { HeaderPair } from './respond.ts'

export const credentials = { user: 'phone', password: 'over-the-air' } as const

export const challenge: HeaderPair = ['WWW-Authenticate', 'Basic realm="Suites"']

export function hasCredentials(request: Request): boolean {
  const [scheme = '', token = ''] = (request.headers.get('Authorization') ?? '').split(/ +/)
  return (
    scheme.toLowerCase() === 'basic' &&
    token === btoa(`${credentials.user}:${credentials.password}`)
  )
}
