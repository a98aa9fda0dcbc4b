/** UAProf documents as a vendor publishes them: RDF in XML with the components of WAP-248 that have something to say. */
import { formatMarkup } from './markup.ts'
import type { MarkupElement } from './markup.ts'
import type { UaProf } from './uaprof.ts'

const prf = 'http://www.openmobilealliance.org/tech/profiles/UAPROF/ccppschema-20021212#'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

type Field = readonly [name: string, value: string | readonly string[] | undefined]

/** One `rdf:Bag` for each list. */
export function writeUaProf(profile: UaProf): Uint8Array {
  const { screen, wmlDeckSize, pushMsgSize } = profile
  const components = [
    component('HardwarePlatform', [
      ['Vendor', profile.vendor],
      ['Model', profile.model],
      ['ScreenSize', screen && `${screen.width}x${screen.height}`],
    ]),
    component('SoftwarePlatform', [
      ['JavaEnabled', profile.javaPlatforms.length === 0 ? undefined : 'Yes'],
      ['JavaPlatform', profile.javaPlatforms],
      ['CcppAccept', profile.accept],
      ['OSName', profile.osName],
      ['OSVersion', profile.osVersion],
    ]),
    component('WapCharacteristics', [['WmlDeckSize', wmlDeckSize?.toString()]]),
    component('PushCharacteristics', [
      ['Push-Accept', profile.pushAccept],
      ['Push-MsgSize', pushMsgSize?.toString()],
    ]),
  ].flat()
  const root: MarkupElement = {
    name: 'rdf:RDF',
    attributes: [
      { name: 'xmlns:rdf', value: rdf },
      { name: 'xmlns:prf', value: prf },
    ],
    content: [described('Profile', components)],
  }
  return new TextEncoder().encode(formatMarkup(root))
}

function component(name: string, fields: readonly Field[]): readonly MarkupElement[] {
  const said = fields.flatMap(([field, value]) => fieldElement(field, value))
  if (said.length === 0) return []
  const type = {
    name: 'rdf:type',
    attributes: [{ name: 'rdf:resource', value: `${prf}${name}` }],
    content: [],
  }
  return [element('prf:component', [described(name, [type, ...said])])]
}

function fieldElement(
  name: string,
  value: string | readonly string[] | undefined,
): readonly MarkupElement[] {
  if (value === undefined || value.length === 0) return []
  if (typeof value === 'string') return [element(`prf:${name}`, [value])]
  const bag = element(
    'rdf:Bag',
    value.map((item) => element('rdf:li', [item])),
  )
  return [element(`prf:${name}`, [bag])]
}

function described(id: string, content: readonly MarkupElement[]): MarkupElement {
  return { name: 'rdf:Description', attributes: [{ name: 'rdf:ID', value: id }], content }
}

function element(name: string, content: MarkupElement['content']): MarkupElement {
  return { name, attributes: [], content }
}
