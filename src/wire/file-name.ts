/** The name under which what was sent is kept: that of Content-Disposition, else the last segment of the URL. */
import { headerValue } from './http-fields.ts'

const fileNameCharactersMax = 512

/** `filename="a.sis"` or `filename=a.sis`, for `attachment` and `inline` alike (RFC 6266 section 4.1). */
const parameter = /;[ \t]*filename[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s";]+))/i

/** None where neither names one. */
export function fileNameOf(
  url: string,
  headers: readonly (readonly [name: string, value: string])[],
): string | undefined {
  const stated = headerValue(headers, 'Content-Disposition')?.slice(0, fileNameCharactersMax) ?? ''
  const [, quoted, token] = parameter.exec(stated) ?? []
  const name = quoted?.replace(/\\(.)/g, '$1') ?? token ?? lastSegment(url)
  return name === '' ? undefined : name
}

function lastSegment(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  const segment = path.slice(path.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** `.sisx`, in small letters; the empty string where the name has none. */
export function extensionOf(name: string | undefined): string {
  const dot = name?.lastIndexOf('.') ?? -1
  return name === undefined || dot === -1 ? '' : name.slice(dot).toLowerCase()
}
