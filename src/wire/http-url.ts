/**
 * The URLs of descriptors, packages and reports: `http` and `https`, resolved by RFC 3986 section 5 and otherwise left
 * as written, since a notify URL is used without modification (OTA2 Status reports).
 */

/** RFC 3986 appendix B: scheme, authority, path, query, fragment. */
const parts = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/
/** Characters that no URL may have: controls, blanks, the delims and unwise of RFC 2396, everything beyond ASCII. */
const excluded = /[^!#-;=?-[\]_a-z~]|%(?![0-9A-Fa-f]{2})/
/** With a host, or at least something in its place. */
const startOfWeb = /^https?:\/\/[^/?#]/i
const urlCharactersMax = 8_192

/** An absolute `http` or `https` URL; none for any other scheme, without a host, or with a character no URL has. */
export function parseUrl(text: string): URL | undefined {
  return isOfWeb(text) ? (URL.parse(text) ?? undefined) : undefined
}

function isOfWeb(text: string): boolean {
  return startOfWeb.test(text) && isWritable(text)
}

/**
 * Resolves a reference such as `MIDlet-Jar-URL` against the URL of its descriptor (RFC 3986 section 5.2.2).
 * The result keeps port, case and escapes as they were written. None when base or result is unusable.
 */
export function resolveUrl(base: string, reference: string): string | undefined {
  const resolved = resolve(base, reference)
  return resolved !== undefined && isOfWeb(resolved) && URL.canParse(resolved)
    ? resolved
    : undefined
}

function isWritable(text: string): boolean {
  return text.length <= urlCharactersMax && !excluded.test(text)
}

function split(text: string): RegExpExecArray | undefined {
  return isWritable(text) ? (parts.exec(text) ?? undefined) : undefined
}

function resolve(base: string, reference: string): string | undefined {
  const pieces = split(reference)
  const [, baseScheme, baseAuthority, basePath = '', baseQuery] = split(base) ?? []
  if (pieces === undefined || !baseScheme || !baseAuthority) return undefined
  const [, scheme, authority, path = '', query, fragment] = pieces
  const end = optional('#', fragment)
  if (scheme !== undefined) {
    return `${scheme}:${optional('//', authority)}${removeDots(path)}${optional('?', query)}${end}`
  }
  if (authority !== undefined) {
    return `${baseScheme}://${authority}${removeDots(path)}${optional('?', query)}${end}`
  }
  const origin = `${baseScheme}://${baseAuthority}`
  if (path === '') return `${origin}${basePath}${optional('?', query ?? baseQuery)}${end}`
  const merged = path.startsWith('/') ? path : merge(basePath, path)
  return `${origin}${removeDots(merged)}${optional('?', query)}${end}`
}

function optional(mark: string, part: string | undefined): string {
  return part === undefined ? '' : mark + part
}

function merge(basePath: string, path: string): string {
  return basePath === '' ? `/${path}` : basePath.slice(0, basePath.lastIndexOf('/') + 1) + path
}

/** RFC 3986 section 5.2.4. */
function removeDots(path: string): string {
  if (!path.includes('/.')) return path
  const kept: string[] = []
  const segments = path.split('/')
  const [first = ''] = segments
  for (const segment of segments.slice(1)) {
    if (segment === '..') kept.pop()
    else if (segment !== '.') kept.push(segment)
  }
  const last = segments.at(-1)
  if (last === '.' || last === '..') kept.push('')
  return [first, ...kept].join('/')
}
