import { trimBlanks } from './trim.ts'

export interface MediaType {
  /** `type/subtype` in lower case. */
  readonly essence: string
  /** Names in lower case, values as they stand, without quotes. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
  /** One device family compares the type without trimming it, and refuses `type ; charset=…`. */
  readonly blankBeforeSemicolon: boolean
}

/** The media type of a descriptor (OTA2 Discovery step 1, PKG21). */
export const jadMediaType = 'text/vnd.sun.j2me.app-descriptor'

/** The media type of a download descriptor (OMA Download OTA 1.0). */
export const ddMediaType = 'application/vnd.oma.dd+xml'

/** The media types of a package (OTA2 Device identification). */
export const jarMediaTypes: readonly string[] = ['application/java-archive', 'application/java']

const essenceLength = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+\/[!#$%&'*+.^_`|~0-9A-Za-z-]+/
/** `OWS ";" OWS [ token "=" ( token / quoted-string ) ]`, RFC 9110 section 5.6.6. */
const nextParameter =
  /([ \t]*);[ \t]*(?:([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:([!#$%&'*+.^_`|~0-9A-Za-z-]+)|"((?:[\t !#-[\]-~\u0080-\u{10ffff}]|\\[\t -~\u0080-\u{10ffff}])*)"))?/uy

/** Characters of a field value beyond which it is no media type. */
const mediaTypeCharactersMax = 4_096

/** Reads the value of a `Content-Type` field (RFC 9110 section 8.3). None when it does not follow its grammar. */
export function parseMediaType(text: string): MediaType | undefined {
  if (text.length > mediaTypeCharactersMax) return undefined
  const trimmed = trimBlanks(text)
  const [essence] = essenceLength.exec(trimmed) ?? []
  if (essence === undefined) return undefined
  if (essence.length === trimmed.length) {
    return { essence: essence.toLowerCase(), parameters: [], blankBeforeSemicolon: false }
  }
  const parameters: (readonly [string, string])[] = []
  let blankBeforeSemicolon = false
  nextParameter.lastIndex = essence.length
  while (nextParameter.lastIndex < trimmed.length) {
    const match = nextParameter.exec(trimmed)
    if (match === null) return undefined
    const [, blank, name, token, quoted] = match
    if (blank !== '') blankBeforeSemicolon = true
    if (name !== undefined) {
      parameters.push([name.toLowerCase(), token ?? (quoted ?? '').replace(/\\(.)/gu, '$1')])
    }
  }
  return { essence: essence.toLowerCase(), parameters, blankBeforeSemicolon }
}

/** Is it one of these types, whatever its parameters? */
export function hasEssence(contentType: string | undefined, essences: readonly string[]): boolean {
  const essence = contentType === undefined ? undefined : parseMediaType(contentType)?.essence
  return essence !== undefined && essences.includes(essence)
}

/** Value of the first parameter of this name, in any case of letters. */
export function mediaTypeParameter(type: MediaType, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return type.parameters.find(([given]) => given === wanted)?.[1]
}
