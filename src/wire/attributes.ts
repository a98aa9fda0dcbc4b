/** What a descriptor and a manifest are made of, and the values that have a grammar of their own. */
import { trimBlanks } from './trim.ts'

export interface Attribute {
  readonly name: string
  readonly value: string
  /** Line on which the attribute begins, counted from 1. */
  readonly line: number
  /** Octet offset of the first octet of that line. */
  readonly offset: number
}

export type DeviationRule =
  | 'byte-order-mark'
  | 'unsupported-charset'
  | 'undecodable-octets'
  | 'lone-cr'
  | 'end-of-file-mark'
  | 'mixed-line-ends'
  | 'no-final-line-end'
  | 'blank-line'
  | 'white-line'
  | 'comment-line'
  | 'line-without-colon'
  | 'continuation-line'
  | 'space-before-colon'
  | 'no-space-after-colon'
  | 'empty-name'
  | 'illegal-name'
  | 'illegal-value'
  | 'empty-value'
  | 'duplicate-name'
  | 'name-case'
  | 'unknown-reserved-name'
  | 'long-name'
  | 'long-value'
  | 'long-line'
  | 'section-without-name'
  | 'too-long'

/** A place where a descriptor or manifest departs from its grammar, or from what cautious authors write. */
export interface Deviation {
  readonly rule: DeviationRule
  readonly line: number
  readonly offset: number
  /** Escaped excerpt of at most 80 characters. */
  readonly found: string
  /** The reader in force accepts it. */
  readonly tolerated: boolean
}

/** Value of the last attribute of exactly this name: where names repeat, implementations take the last (PKG21). */
export function attributeValue(attributes: readonly Attribute[], name: string): string | undefined {
  for (let index = attributes.length - 1; index >= 0; index -= 1) {
    const attribute = attributes[index]
    if (attribute?.name === name) return attribute.value
  }
  return undefined
}

export interface NumberedAttribute {
  readonly n: number
  readonly attribute: Attribute
}

/**
 * `MIDlet-1`, `MIDlet-2` …: consecutive from 1, ended by the first gap (PKG21 `MIDlet-<n>`). Later ones are ignored.
 *
 * @param prefix with its hyphen: `MIDlet-`, `MIDlet-Push-`
 */
export function numberedAttributes(
  attributes: readonly Attribute[],
  prefix: string,
): readonly NumberedAttribute[] {
  const candidates = attributes.filter(({ name }) => isNumbered(name, prefix))
  if (candidates.length === 0) return []
  const byName = new Map(candidates.map((attribute) => [attribute.name, attribute]))
  const numbered: NumberedAttribute[] = []
  for (let n = 1; n <= byName.size; n += 1) {
    const attribute = byName.get(`${prefix}${n}`)
    if (attribute === undefined) break
    numbered.push({ n, attribute })
  }
  return numbered
}

/** Its first digit tells it apart; whether the rest is a number shows when it is asked for. */
function isNumbered(name: string, prefix: string): boolean {
  const digit = name.charCodeAt(prefix.length)
  return digit >= 0x31 && digit <= 0x39 && name.startsWith(prefix)
}

export interface MidletEntry {
  readonly name: string
  readonly icon: string | undefined
  readonly className: string
}

/**
 * Reads `name, icon, class` of `MIDlet-<n>` (PKG21): spaces around the parts are ignored, the icon may be empty.
 * None when there are not three parts, the name is empty, or the class is no Java class name.
 */
export function parseMidletEntry(value: string): MidletEntry | undefined {
  const [name, icon, className, ...more] = splitAtCommas(value)
  if (name === undefined || icon === undefined || className === undefined) return undefined
  if (more.length > 0 || name === '' || !isClassName(className)) return undefined
  return { name, icon: icon === '' ? undefined : icon, className }
}

export interface PushEntry {
  readonly connection: string
  readonly className: string
  readonly allowedSender: string
}

/** Reads `ConnectionURL, MIDletClassName, AllowedSender` of `MIDlet-Push-<n>` (PUSH21). None of the parts may be empty. */
export function parsePushEntry(value: string): PushEntry | undefined {
  const [connection, className, allowedSender, ...more] = splitAtCommas(value)
  if (!connection || !allowedSender || className === undefined || more.length > 0) return undefined
  return isClassName(className) ? { connection, className, allowedSender } : undefined
}

/** The list of `MicroEdition-Profile`: names separated by blanks, U+0020 (PKG21). A comma is no separator. */
export function splitProfiles(value: string): readonly string[] {
  return value.split(' ').filter((name) => name !== '')
}

function splitAtCommas(value: string): readonly string[] {
  return value.split(',').map(trimBlanks)
}

/** Nearly all; the one below knows every letter there is, and takes ten times as long. */
const plainClassName = /^[A-Za-z$_][\w$]*(?:\.[A-Za-z$_][\w$]*)*$/
const className = /^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u

function isClassName(text: string): boolean {
  return plainClassName.test(text) || className.test(text)
}
