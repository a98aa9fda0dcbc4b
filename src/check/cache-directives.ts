import type { RecordedResponse } from '../trace/events.ts'
import { escapeText } from '../wire/escape.ts'
import { headerValues } from '../wire/http-fields.ts'

/** The directives of `Cache-Control` in lower case, arguments without quotes (RFC 9111 5.2). */
export function cacheDirectives({ headers }: RecordedResponse): readonly string[] {
  return headerValues(headers, 'Cache-Control')
    .join(',')
    .split(',')
    .map((directive) => directive.replaceAll(/[\s"]/g, '').toLowerCase())
    .filter((directive) => directive !== '')
}

/** The same for a reader. */
export function quoteCacheControl({ headers }: RecordedResponse): string {
  const value = headerValues(headers, 'Cache-Control').join(', ')
  return value === '' ? 'no Cache-Control' : `"Cache-Control: ${escapeText(value, 60)}"`
}
