/** A descriptor without a defect, and the same with one. */
import { formatJad } from '../../../src/wire/jad.ts'

export const descriptorUrl = 'http://ota.test/suites/demo.jad'
export const notifyUrl = 'http://ota.test/n/1'

type Attributes = Readonly<Record<string, string>>

export const goodAttributes: Attributes = {
  'MIDlet-Name': 'Demo',
  'MIDlet-Version': '1.0.0',
  'MIDlet-Vendor': 'Acme',
  'MIDlet-Jar-URL': 'http://ota.test/suites/demo.jar',
  'MIDlet-Jar-Size': '60000',
  'MIDlet-1': 'Demo, /icon.png, acme.Demo',
  'MicroEdition-Profile': 'MIDP-2.0',
  'MicroEdition-Configuration': 'CLDC-1.1',
  'MIDlet-Install-Notify': notifyUrl,
}

/** The good descriptor with some attributes set, and some left out where the value is undefined. */
export function makeDescriptor(
  change: Readonly<Record<string, string | undefined>> = {},
): Uint8Array {
  const attributes = Object.entries({ ...goodAttributes, ...change }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return formatJad(attributes)
}

/** The good descriptor with a raw line behind it. */
export function withLine(line: string): Uint8Array {
  return join(makeDescriptor(), new TextEncoder().encode(line))
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
