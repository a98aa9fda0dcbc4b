import type { RecordedRequest } from '../../trace/events.ts'
import { shellOctets, shellWord } from './shell-words.ts'

/** Fields that curl makes itself, from the URL and the body. */
const madeByCurl = new Set(['host', 'content-length'])
const secret = new Set(['authorization', 'proxy-authorization'])

/**
 * One line that asks the target the same thing again. Credentials are not repeated: the line says `-u USER:PASSWORD`.
 *
 * @example curlLine(request) // "curl -sSig --http1.1 -H 'Accept: *\/*' http://ota.test/demo.jad"
 */
export function curlLine(request: RecordedRequest): string {
  const { method, url, headers, body, version, target } = request
  const names = new Set(headers.map(([name]) => name.toLowerCase()))
  const shown = headers.filter(
    ([name]) => !madeByCurl.has(name.toLowerCase()) && !secret.has(name.toLowerCase()),
  )
  const absent = [
    ...(names.has('accept') ? [] : ['Accept:']),
    ...(names.has('user-agent') ? [] : ['User-Agent:']),
    ...(body.length === 0 || names.has('content-type') ? [] : ['Content-Type:']),
  ]
  return [
    'curl -sSig --path-as-is',
    version === '1.0' ? '--http1.0' : '--http1.1',
    // What is to be said of certificates is said by checks; requests are made whatever they are.
    ...(/^https:/i.test(url) ? ['-k'] : []),
    ...(method === 'GET' ? [] : [`-X ${shellWord(method)}`]),
    ...(target.startsWith('/') ? [] : [`--request-target ${shellWord(target)}`]),
    ...([...secret].some((name) => names.has(name)) ? ['-u USER:PASSWORD'] : []),
    ...shown.map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    ...absent.map((line) => `-H ${shellWord(line)}`),
    ...(body.length === 0 ? [] : [`--data-binary ${shellOctets(body)}`]),
    shellWord(url),
  ].join(' ')
}
