/** What somebody who wants phones to install an application puts on a web server: one package for each platform. */
import { writeFile } from 'node:fs/promises'
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
  await writeFile(join(root, 'demo.jad'), descriptor)
  await writeFile(join(root, 'demo.jar'), jar)
  await writeFile(join(root, 'reports'), '')
  const specs = specsOf({ major: 1, minor: 2, build: 0 })
  for (const [name, kind] of Object.entries(clients)) {
    await writeFile(join(root, name), packClient(kind, specs))
  }
}
