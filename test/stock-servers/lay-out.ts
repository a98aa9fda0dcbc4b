/** What somebody who wants phones to install an application puts on a web server: one package for each platform. */
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatDescriptor } from '../../src/reference/descriptor.ts'
import { packClient, specsOf } from '../../src/reference/native/packages.ts'
import type { NativeKind } from '../../src/reference/native/packages.ts'
import { packSuite, demoSuite } from '../../src/reference/suites.ts'

/** Names of the files that links lead to, with the phone that follows them. */
export const offered = {
  'demo.jad': 'nokia-5310',
  'client.sis': 'nokia-6600',
  'client.sisx': 'nokia-n95',
  'client.cab': 'htc-wizard',
} as const

const clients: Readonly<Record<string, NativeKind>> = {
  'client.sis': 'sis',
  'client.sisx': 'sisx',
  'client.cab': 'pocket-pc',
}

/** Long ago: of a file that is younger than a second Apache says by its ETag that it may still change. */
const published = new Date('2006-03-01T09:00:00Z')

/** Reports go to an empty file: nothing on such a server would read them. */
export async function layOut(root: string, origin: string): Promise<void> {
  const jar = packSuite(demoSuite, undefined)
  const descriptor = formatDescriptor([
    ['MIDlet-Name', demoSuite.name],
    ['MIDlet-Version', demoSuite.version],
    ['MIDlet-Vendor', demoSuite.vendor],
    ['MIDlet-1', 'Demo, /icon.png, acme.Demo'],
    ['MicroEdition-Profile', demoSuite.profile],
    ['MicroEdition-Configuration', demoSuite.configuration],
    ['MIDlet-Jar-URL', `${origin}/demo.jar`],
    ['MIDlet-Jar-Size', String(jar.length)],
    ['MIDlet-Install-Notify', `${origin}/reports`],
    ['MIDlet-Delete-Notify', `${origin}/reports`],
  ])
  const files = new Map<string, Uint8Array>([
    ['demo.jad', descriptor],
    ['demo.jar', jar],
    ['reports', new Uint8Array()],
  ])
  const specs = specsOf({ major: 1, minor: 2, build: 0 })
  for (const [name, kind] of Object.entries(clients)) {
    files.set(name, packClient(kind, specs))
  }
  for (const [name, octets] of files) {
    await writeFile(join(root, name), octets)
    await utimes(join(root, name), published, published)
  }
}
