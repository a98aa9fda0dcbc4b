import { buildSuite } from '../src/reference/suite-builder.ts'
import { formatJad } from '../src/wire/jad.ts'

/** A suite of about 60 KB and its descriptor of about 300 octets. */
export function buildBenchSuite() {
  const name = 'Bench'
  const { jar } = buildSuite({
    name,
    vendor: 'Acme',
    version: '1.0.0',
    midlets: [{ name, className: 'acme.Bench' }],
    profile: 'MIDP-2.0',
    configuration: 'CLDC-1.1',
    paddingBytes: 58_000,
  })
  return {
    jar,
    attributesAt: (origin: string) =>
      formatJad([
        ['MIDlet-Name', name],
        ['MIDlet-Version', '1.0.0'],
        ['MIDlet-Vendor', 'Acme'],
        ['MIDlet-1', `${name}, , acme.Bench`],
        ['MicroEdition-Profile', 'MIDP-2.0'],
        ['MicroEdition-Configuration', 'CLDC-1.1'],
        ['MIDlet-Jar-URL', `${origin}/demo.jar`],
        ['MIDlet-Jar-Size', String(jar.length)],
        ['MIDlet-Install-Notify', `${origin}/notify/1`],
      ]),
  }
}
