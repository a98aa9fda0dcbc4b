/** What must not be read in traces and on screens: the credentials of a target file, and what looks like some. */
import type { Json } from './request-schema.ts'
import type { Verb } from './schema.ts'

export const redacted = '[redacted]'

/** A shorter one stands in every text by chance. */
const secretCharactersMin = 4
const secretName = /pass|pwd|secret|token|key|auth|credential|cookie|session/i

export interface Credentials {
  readonly user: string
  readonly password: string
}

/** Texts of the target file that are secret, each in the forms in which servers echo it, longest first. */
export function secretsOf(
  verbs: readonly Verb[],
  credentials: Credentials | undefined,
): readonly string[] {
  const plain = verbs.flatMap(secretsOfVerb)
  if (credentials !== undefined) {
    const { user, password } = credentials
    plain.push(password, Buffer.from(`${user}:${password}`).toString('base64'))
  }
  const forms = plain.flatMap((text) => [
    text,
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
  ])
  return [...new Set(forms)]
    .filter((text) => text.length >= secretCharactersMin && !text.includes('${'))
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

function secretsOfVerb(verb: Verb): string[] {
  if (verb.by === 'manual') return []
  if (verb.by === 'exec') return secretWords(verb.words)
  const { headers, form = {}, json, url } = verb.http
  const query = [...(URL.parse(url)?.searchParams ?? [])]
  const named = [...Object.entries(headers), ...Object.entries(form), ...query]
    .filter(([name]) => secretName.test(name))
    .map(([, value]) => value)
  const parts = named.flatMap((value) => {
    const [, token] = /^(?:Basic|Bearer|Token)\s+(\S+)$/i.exec(value) ?? []
    return token === undefined ? [value] : [value, token, ...passwordIn(token)]
  })
  return [...parts, ...(json === undefined ? [] : secretTexts(json, false))]
}

/** The password of the Base64 of `user:password`. */
function passwordIn(token: string): readonly string[] {
  const [, password] =
    /^[^:\uFFFD]*:([^\uFFFD]+)$/.exec(Buffer.from(token, 'base64').toString()) ?? []
  return password === undefined ? [] : [password]
}

/** `--token=…`, and what follows `--token`. */
function secretWords(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    const [, name = '', value] = /^--?([^=]+)(?:=(.*))?$/s.exec(word) ?? []
    if (!secretName.test(name)) return []
    const secret = value ?? words[index + 1]
    return secret === undefined ? [] : [secret]
  })
}

/** As deep as the schema lets it be. */
function secretTexts(value: Json, named: boolean): string[] {
  if (typeof value === 'string') return named ? [value] : []
  if (Array.isArray(value)) return value.flatMap((one) => secretTexts(one, named))
  if (typeof value !== 'object' || !value) return []
  return Object.entries(value).flatMap(([name, one]) =>
    secretTexts(one, named || secretName.test(name)),
  )
}

const fieldLine = /\b((?:proxy-)?authorization|(?:set-)?cookie)(["']?\s*[:=]\s*)[^\r\n]+/gi
const namedValue =
  /((?:pass(?:word|wd)?|pwd|secret|token|api[-_]?key)["']?\s*[:=]\s*["']?)[^\s"'&,;]+/gi
const userInUrl = /:\/\/[^/\s@]{1,200}@/g

export function redact(text: string, secrets: readonly string[]): string {
  let safe = text
  for (const secret of secrets) safe = safe.replaceAll(secret, redacted)
  return safe
    .replaceAll(fieldLine, `$1$2${redacted}`)
    .replaceAll(namedValue, `$1${redacted}`)
    .replaceAll(userInUrl, `://${redacted}@`)
}
