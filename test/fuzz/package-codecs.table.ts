/** Readers of packages for Java phones, of certificates, and of what lies within packages of every kind. */
import { writeExecutable } from '../../src/reference/cab/executable-writer.ts'
import { writeInstallCab } from '../../src/reference/cab/install-cab-writer.ts'
import { writeClass } from '../../src/reference/class-writer.ts'
import { acme, issuer } from '../../src/test-authority/authority.ts'
import { writeCertificate } from '../../src/test-authority/certificate-writer.ts'
import { readCabinet } from '../../src/wire/cab/cab.ts'
import { readInstallManifest } from '../../src/wire/cab/install-manifest.ts'
import { readPortableExecutable } from '../../src/wire/cab/portable-executable.ts'
import { readSetupDocument } from '../../src/wire/cab/setup-document.ts'
import { parseCertificate } from '../../src/wire/certificate.ts'
import { readClassHeader } from '../../src/wire/classfile.ts'
import { inflate } from '../../src/wire/inflate.ts'
import { extractEntry, inspectJar } from '../../src/wire/jar.ts'
import { parseManifest } from '../../src/wire/manifest.ts'
import { findSignedDataFault, parseSignedData } from '../../src/wire/signed-data.ts'
import { demo } from '../wire/cab/cab-samples.ts'
import { makeZip, manifestEntry, plainManifest, text } from '../wire/zip-maker.ts'
import type { FuzzedCodec } from './codecs.table.ts'

const installCab = writeInstallCab(demo)
const cabinet = readCabinet(installCab)
const membersNamed = (end: RegExp) =>
  cabinet.files.filter(({ name }) => end.test(name)).map(({ name }) => cabinet.contents(name))

const signedCab = writeInstallCab({ ...demo, signing: { path: [acme, issuer], key: 'signer' } })
/** Behind the octets that the cabinet counts as its own (2.1 of the cabinet's header: u32 at 8). */
const signature = signedCab.subarray(new DataView(signedCab.buffer).getUint32(8, true))

const folded = text(
  'Manifest-Version: 1.0\r\nMIDlet-Name: Demo\r\n of Acme\r\nMIDlet-1: a, , b\r\n\r\nName: x\r\n\r\n',
)
const deflated = Uint8Array.of(0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00)

const setup =
  '<wap-provisioningdoc><characteristic type="Install"><parm name="AppName" value="Acme Client"/>' +
  '<parm name="NumFiles" value="1"/></characteristic><characteristic type="FileOperation">' +
  '<characteristic type="%CE1%" translation="install"><characteristic type="a.exe">' +
  '<characteristic type="Extract"><parm name="Source" value="A.001"/></characteristic>' +
  '</characteristic></characteristic></characteristic></wap-provisioningdoc>'

export const packageCodecs: readonly FuzzedCodec[] = [
  {
    name: 'jar',
    samples: [
      makeZip({ entries: [manifestEntry, { name: 'a.class', octets: text('a'.repeat(50)) }] }),
    ],
    read: (octets) => {
      const { entries, readable } = inspectJar(octets)
      for (const entry of readable ? entries : []) extractEntry(octets, entry)
    },
  },
  {
    name: 'manifest',
    samples: [plainManifest, folded],
    read: (octets) => void parseManifest(octets),
  },
  {
    name: 'class',
    samples: [
      writeClass({
        name: 'acme.Demo',
        superName: 'javax.microedition.midlet.MIDlet',
        methods: [
          { name: '<init>', descriptor: '()V', access: 'public', code: 'call-super-constructor' },
        ],
      }),
    ],
    read: (octets) => void readClassHeader(octets),
  },
  {
    name: 'certificate',
    samples: [acme, issuer].map(writeCertificate),
    read: (octets) => void parseCertificate(octets),
  },
  {
    name: 'signed-data',
    samples: [signature],
    read: (octets) => void findSignedDataFault(parseSignedData(octets)),
  },
  {
    name: 'inflate',
    samples: [deflated],
    read: (octets) => {
      const out = inflate(octets, 5, 'none')
      if (out.kind === 'octets' && out.octets.length > 5) throw new Error('more than was asked for')
    },
  },
  {
    name: 'install-manifest',
    samples: membersNamed(/\.000$/),
    read: (octets) => void readInstallManifest(octets, 'a.000'),
  },
  {
    name: 'setup-document',
    samples: [text(setup)],
    read: (octets) => void readSetupDocument(octets),
  },
  {
    name: 'executable',
    samples: [writeExecutable({ machine: 0x1c0, body: text('code') })],
    read: (octets) => void readPortableExecutable(octets),
  },
]
