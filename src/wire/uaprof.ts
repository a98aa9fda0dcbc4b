/**
 * UAProf documents (WAP-248): what a phone says of itself, as RDF in XML. They are read leniently, since most of those that vendors
 * published are no valid RDF: fields are known by their local names, whatever their namespace, in whatever component. What a
 * document refers to (defaults elsewhere, entities, a schema) is not fetched.
 */
import { Parser } from 'htmlparser2'
import { WireError } from '../errors.ts'
import { charsetNamed, charsetOfMark, decodeText } from './charset.ts'

export interface UaProf {
  /** HardwarePlatform. */
  readonly vendor: string | undefined
  readonly model: string | undefined
  /** In pixels. */
  readonly screen: { readonly width: number; readonly height: number } | undefined
  /** SoftwarePlatform: `MIDP-2.0`, `CLDC-1.1`, however the document spells them; without a version where it names none. */
  readonly javaPlatforms: readonly string[]
  /** Media types that it takes: CcppAccept and DownloadableSoftwareSupport. */
  readonly accept: readonly string[]
  readonly osName: string | undefined
  readonly osVersion: string | undefined
  /** WapCharacteristics: octets of the largest deck. */
  readonly wmlDeckSize: number | undefined
  /** PushCharacteristics: media types, and octets of the largest message. */
  readonly pushAccept: readonly string[]
  readonly pushMsgSize: number | undefined
}

export const uaprofLimits = {
  /** Octets: many times the largest document that a vendor published. */
  uaprofBytesMax: 262_144,
  uaprofDepthMax: 64,
  /** Values of one field; the others are left out. */
  uaprofValuesMax: 2_000,
  /** Characters of one value; it is cut there. */
  uaprofValueMax: 1_000,
} as const

/** Fields that are read; every other one is passed over. */
const known: ReadonlySet<string> = new Set([
  'Vendor',
  'Model',
  'ScreenSize',
  'JavaPlatform',
  'JVMVersion',
  'CcppAccept',
  'DownloadableSoftwareSupport',
  'OSName',
  'OSVersion',
  'WmlDeckSize',
  'Push-Accept',
  'Push-MsgSize',
])

interface Draft {
  /** Of the elements around, outermost first. */
  readonly open: string[]
  /** By local name of the field, in the order of the document. */
  readonly fields: Map<string, string[]>
  /** The same, of what stands in Defaults: a component that says more of itself is right (WAP-248 Defaults). */
  readonly defaults: Map<string, string[]>
  isDescription: boolean
  text: string
}

/** @throws WireError `wire/uaprof-too-large`, `wire/uaprof-too-deep`, `wire/uaprof-absent` for what describes nothing */
export function readUaProf(octets: Uint8Array): UaProf {
  const { uaprofBytesMax } = uaprofLimits
  if (octets.length > uaprofBytesMax) {
    const message = `Unexpected document of ${octets.length} octets, expected at most ${uaprofBytesMax}`
    throw new WireError('wire/uaprof-too-large', `${message} (uaprofBytesMax)`, uaprofBytesMax)
  }
  const draft: Draft = {
    open: [],
    fields: new Map(),
    defaults: new Map(),
    isDescription: false,
    text: '',
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(draft, name, attributes),
      ontext: (text) => addText(draft, text),
      onclosetag: () => close(draft),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(decodeText(octets, charsetOfMark(octets) ?? declaredCharset(octets)))
  if (!draft.isDescription) {
    throw new WireError('wire/uaprof-absent', 'Unexpected document without an rdf:Description', 0)
  }
  return gather(draft)
}

const inDeclaration = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/

function declaredCharset(octets: Uint8Array) {
  const start = new TextDecoder('latin1').decode(octets.subarray(0, 200))
  const named = charsetNamed(inDeclaration.exec(start)?.[1] ?? 'utf-8')
  return named ?? { mib: 106, name: 'utf-8', label: 'utf-8' }
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}

function open(draft: Draft, name: string, attributes: Readonly<Record<string, string>>): void {
  const local = localName(name)
  endText(draft)
  draft.open.push(local)
  const { uaprofDepthMax } = uaprofLimits
  if (draft.open.length > uaprofDepthMax) {
    const message = `Unexpected element at depth ${draft.open.length}, expected at most ${uaprofDepthMax}`
    throw new WireError('wire/uaprof-too-deep', `${message} (uaprofDepthMax)`, 0)
  }
  if (local === 'Description') draft.isDescription = true
  for (const [key, value] of Object.entries(attributes)) {
    const attribute = localName(key)
    if (attribute === 'resource') keep(draft, draft.open.findLast(isKnown), value)
    else if (local === 'Description' && isKnown(attribute)) keep(draft, attribute, value)
  }
}

function isKnown(name: string): boolean {
  return known.has(name)
}

function addText(draft: Draft, text: string): void {
  const room = uaprofLimits.uaprofValueMax - draft.text.length
  // Blanks before a value are none of it.
  draft.text += (draft.text === '' ? text.trimStart() : text).slice(0, room)
}

function close(draft: Draft): void {
  endText(draft)
  draft.open.pop()
}

/** A value belongs to the innermost element around it that is a field. */
function endText(draft: Draft): void {
  keep(draft, draft.open.findLast(isKnown), draft.text)
  draft.text = ''
}

function keep(draft: Draft, field: string | undefined, value: string): void {
  const text = value.trim().slice(0, uaprofLimits.uaprofValueMax)
  if (field === undefined || text === '') return
  const fields = draft.open.includes('Defaults') ? draft.defaults : draft.fields
  const values = fields.get(field) ?? []
  if (values.length < uaprofLimits.uaprofValuesMax) values.push(text)
  fields.set(field, values)
}

function gather({ fields, defaults }: Draft): UaProf {
  const all = (name: string) => fields.get(name) ?? defaults.get(name) ?? []
  const lists = [...all('CcppAccept'), ...all('DownloadableSoftwareSupport')]
  return {
    vendor: all('Vendor')[0],
    model: all('Model')[0],
    screen: parseScreen(all('ScreenSize')[0]),
    javaPlatforms: javaPlatformsOf(all('JavaPlatform'), all('JVMVersion')),
    accept: [...new Set(split(lists))],
    osName: all('OSName')[0],
    osVersion: all('OSVersion')[0],
    wmlDeckSize: parseCount(all('WmlDeckSize')[0]),
    pushAccept: [...new Set(split(all('Push-Accept')))],
    pushMsgSize: parseCount(all('Push-MsgSize')[0]),
  }
}

/** Some documents have one value with commas in place of a bag. */
function split(values: readonly string[]): readonly string[] {
  return values.flatMap((value) =>
    value
      .split(/[,\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
}

/** `MIDP/2.0-compatible`, `MIDP 2.0`, `Profile/MIDP-2.0`, and `CLDC 1.1 MIDP 2.0` for two of them. */
const javaPlatform =
  /\b(MIDP|CLDC|CDC|IMP-NG|IMP)(?:[-/ ]?v?(\d{1,2}\.\d{1,2})(?:\.\d{1,3})?)?(?![\w.])/gi

/** Samsung lists profiles among the virtual machines. */
function javaPlatformsOf(
  platforms: readonly string[],
  machines: readonly string[],
): readonly string[] {
  const named = split([...platforms, ...machines]).flatMap((value) =>
    [...value.matchAll(javaPlatform)].map(([, name = '', version]) =>
      version === undefined ? name.toUpperCase() : `${name.toUpperCase()}-${version}`,
    ),
  )
  const versioned = named.filter((name) => name.includes('-'))
  const isTold = (name: string) => versioned.some((one) => one.startsWith(`${name}-`))
  return [...new Set(named.filter((name) => name.includes('-') || !isTold(name)))]
}

function parseScreen(text: string | undefined): UaProf['screen'] {
  const [, width, height] = /^(\d{1,5})\s*[x*X]\s*(\d{1,5})$/.exec(text ?? '') ?? []
  return width === undefined || height === undefined
    ? undefined
    : { width: Number(width), height: Number(height) }
}

function parseCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
