/** OMA client provisioning (WAP-183 Provisioning Content): access points and servers as named parameters in groups. */
import { createHmac } from 'node:crypto'
import { WireError } from '../../errors.ts'
import { formatHex, parseHex } from '../hex.ts'
import { attributeOf, childrenNamed } from '../markup.ts'
import type { MarkupElement, ReadElement } from '../markup.ts'
import { checkAttributes, checkContent } from './content-deviation.ts'
import type { ContentDeviation } from './content-deviation.ts'

export interface Parameter {
  readonly name: string
  /** None where the name alone says it. */
  readonly value: string | undefined
}

export interface Characteristic {
  readonly type: string
  readonly parameters: readonly Parameter[]
  readonly characteristics: readonly Characteristic[]
}

export interface Provisioning {
  readonly version: string | undefined
  readonly characteristics: readonly Characteristic[]
}

export interface ReadProvisioning {
  readonly provisioning: Provisioning
  readonly deviations: readonly ContentDeviation[]
}

/** @throws WireError `wire/cp-root` for another document */
export function readProvisioning(root: ReadElement): ReadProvisioning {
  if (root.name !== 'wap-provisioningdoc') {
    const message = `Unexpected element ${root.name}, expected wap-provisioningdoc`
    throw new WireError('wire/cp-root', message, root.offset)
  }
  const deviations: ContentDeviation[] = []
  checkAttributes(root, ['version'], deviations)
  checkContent(root, { elements: ['characteristic'], text: false }, deviations)
  const characteristics = childrenNamed(root, 'characteristic').map((element) =>
    readCharacteristic(element, deviations),
  )
  return {
    provisioning: { version: attributeOf(root, 'version'), characteristics },
    deviations,
  }
}

/** Documents are read with a maximal depth, so this ends. */
function readCharacteristic(element: ReadElement, deviations: ContentDeviation[]): Characteristic {
  const { offset } = element
  checkAttributes(element, ['type'], deviations)
  checkContent(element, { elements: ['parm', 'characteristic'], text: false }, deviations)
  const type = attributeOf(element, 'type')
  if (type === undefined) deviations.push({ rule: 'missing-type', offset, found: 'characteristic' })
  return {
    type: type ?? '',
    parameters: childrenNamed(element, 'parm').map((parm) => readParameter(parm, deviations)),
    characteristics: childrenNamed(element, 'characteristic').map((inner) =>
      readCharacteristic(inner, deviations),
    ),
  }
}

function readParameter(element: ReadElement, deviations: ContentDeviation[]): Parameter {
  checkAttributes(element, ['name', 'value'], deviations)
  checkContent(element, { elements: [], text: false }, deviations)
  const name = attributeOf(element, 'name')
  if (name === undefined) {
    deviations.push({ rule: 'missing-name', offset: element.offset, found: 'parm' })
  }
  return { name: name ?? '', value: attributeOf(element, 'value') }
}

export function writeProvisioning({ version, characteristics }: Provisioning): MarkupElement {
  return {
    name: 'wap-provisioningdoc',
    attributes: version === undefined ? [] : [{ name: 'version', value: version }],
    content: characteristics.map(writeCharacteristic),
  }
}

function writeCharacteristic(characteristic: Characteristic): MarkupElement {
  const { type, parameters, characteristics } = characteristic
  const parms = parameters.map(({ name, value }) => ({
    name: 'parm',
    attributes: [
      { name: 'name', value: name },
      ...(value === undefined ? [] : [{ name: 'value', value }]),
    ],
    content: [],
  }))
  return {
    name: 'characteristic',
    attributes: [{ name: 'type', value: type }],
    content: [...parms, ...characteristics.map(writeCharacteristic)],
  }
}

/** The MAC parameter of the content type: HMAC-SHA1 of the body as 40 capital digits (WAP-184 Provisioning Bootstrap). */
export function provisioningMac(body: Uint8Array, key: Uint8Array): string {
  return formatHex(new Uint8Array(createHmac('sha1', key).update(body).digest()))
}

const imsi = /^\d{6,15}$/

/** The key of NETWPIN: the IMSI as in the SIM, its parity in the first half octet, the digits behind in swapped pairs. */
export function networkPinKey(digits: string): Uint8Array | undefined {
  if (!imsi.test(digits)) return undefined
  const odd = digits.length % 2 === 1
  const rest = `${digits.slice(1)}${odd ? '' : 'F'}`.replace(/(.)(.)/g, '$2$1')
  return parseHex(`${digits.slice(0, 1)}${odd ? '9' : '1'}${rest}`)
}
