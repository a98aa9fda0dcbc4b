import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeClass } from '../../src/cli/decode/decode-class.ts'
import { decodePap } from '../../src/cli/decode/decode-pap.ts'
import { decodePushText } from '../../src/cli/decode/decode-push-text.ts'
import { decodeSmpp } from '../../src/cli/decode/decode-smpp.ts'
import { decodeTpdu, decodeUserData } from '../../src/cli/decode/decode-sms.ts'
import { decodeWbxmlDocument } from '../../src/cli/decode/decode-wbxml.ts'
import { decodeWsp } from '../../src/cli/decode/decode-wsp.ts'
import { decodePackage } from '../../src/cli/decode/decode-package.ts'
import { buildSuite } from '../../src/reference/suite-builder.ts'
import { demoSuite } from '../../src/reference/suites.ts'
import { detectFormat } from '../../src/cli/decode/detect-format.ts'
import { demoClass, demoJar, descriptorText, manifestText } from '../check/trace-builder.ts'
import { smallCabinet } from '../wire/cab/cab-samples.ts'
import { mutationsOf } from '../wire/mutations.ts'
import { octetsOf } from '../wire/octets-of.ts'
import { runSession } from './run-session.ts'

const page = { columns: 100, paint: (_: string, text: string) => text }

function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('the format of a file is told by its content', () => {
  test.each([
    ['jar', demoJar()],
    ['class', demoClass()],
    ['cab', smallCabinet],
    ['manifest', octets(manifestText())],
    ['manifest', octets('\uFEFFmanifest-version: 1.0\n')],
    ['jad', octets(descriptorText())],
    ['jad', octets('\uFEFFMIDlet-Name: Demo')],
    ['jad', octets('900: is a name\n midlet-1 = Demo')],
    ['jad', new Uint8Array(Buffer.from('\uFEFFMIDlet-Name: Demo', 'utf16le'))],
    ['report', octets('900 Success\r\n')],
    ['report', octets('953')],
    ['wbxml', octetsOf('02056A0005')],
    ['wbxml', octetsOf('03066A00850A036F7265696C6C79008501')],
    ['wsp', octetsOf('010601AE 02056A0005')],
    ['wsp', octetsOf('010603C4AF87B155F2B228C538170028BB9656B8F75A02E800000000A10E636F6D')],
    ['user-data', octetsOf('0605040B8423F0 010601AE 02056A0005')],
    ['user-data', octetsOf('050003960202 61')],
    ['tpdu', octetsOf('040C91947122725014 0000 11204251959240 0A E8329BFD4697D9EC37')],
    ['smpp', octetsOf('00000010000000150000000000000001')],
    ['push-text', octets('<?xml version="1.0"?>\n<si/>')],
    ['push-text', octets('\uFEFF <sl href="http://a/"/>')],
    ['pap', octets('<?xml version="1.0"?><!DOCTYPE pap PUBLIC "a" "http://b">\n<pap/>')],
    ['pap', octets('\r\n--b\r\nContent-Type: application/xml\r\n\r\n<pap/>\r\n--b--')],
  ] as const)('%s', (format, content) => {
    expect(detectFormat(content)).toBe(format)
  })
})

test.each([
  ['a text with colons', '# Start\n\nNode.js 20: enough. See `MIDlet-Name: x`.\n'],
  ['JSON', '{ "MIDlet": { "name": 1 } }'],
  ['YAML', 'name: staging\nlinks:\n  demo: http://127.0.0.1/demo.jad\n'],
  ['headers', 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n'],
])('what is nothing of the kind is taken for nothing: %s', (_, text) => {
  expect(() => detectFormat(octets(text))).toThrow('this is nothing that is known here')
})

describe('a message', () => {
  test('of seven bits a character shows its text', () => {
    const tpdu = octetsOf('040C91947122725014 0000 11204251959240 0A E8329BFD4697D9EC37')
    expect(decodeTpdu(tpdu, page)).toEqual({
      sound: true,
      lines: [
        'SMS-DELIVER, 28 octets',
        '',
        'octet  octets                      meaning',
        '    0  04                          SMS-DELIVER',
        '    1  0C 91 94 71 22 72 50 14     From 491722270541 (type 1)',
        '    9  00                          Protocol 0',
        '   10  00                          Data coding: gsm',
        '   11  11 20 42 51 95 92 40        Sent 11-02-24 15:59:29 +01:00',
        '   18  0A                          User data of 10 septets',
        '   19  E8 32 9B FD 46 97 D9 EC 37  Text, seven bits a character',
        '',
        'Text      hellohello',
      ],
    })
  })

  test('of a body that its Content-Length does not fit is not sound', () => {
    const { lines, sound } = decodeWsp(octetsOf('010603AE8D86 02056A0005'), page)
    expect([sound, lines.slice(-4)]).toEqual([
      false,
      [
        'Deviations: 2 places',
        'octet  rule',
        '    0  content-length: 6 for 5 octets',
        '   10  missing-indication: si',
      ],
    ])
  })

  test('whatever it is made of, is told in lines that are safe to show', () => {
    const samples = [
      '010609AE8D85 02056A0045C60D0378797A00850AC304199906300801036100020026010101',
      '0605040B8423F0 010601AE 02056A0005',
      '040C91947122725014 0000 11204251959240 0A E8329BFD4697D9EC37',
      '0000002000000004000000000000000100010134000101340000000000000000',
    ].map(octetsOf)
    const texts = [
      '<si><indication href="a">b</indication></si>',
      '--b\nContent-Type: application/xml\n\n<pap><cancel-message push-id="1"/></pap>\n--b--',
    ].map(octets)
    const decoders = [
      decodeWsp,
      decodeWbxmlDocument,
      decodePushText,
      decodePap,
      decodeTpdu,
      decodeUserData,
      decodeSmpp,
    ]
    const dangerous = /[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u
    fc.assert(
      fc.property(mutationsOf([...samples, ...texts]), (message) => {
        const lines = decoders.flatMap((decode) => decode(message, page).lines)
        expect(lines.filter((line) => dangerous.test(line) || line.includes('\n'))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  test('is typed as hex digits, or piped as such', async () => {
    const typed = await runSession('ota decode 02056a0005aa')
    const piped = await runSession('printf "02:05:6A:00 05:AA\n" | ota decode -')
    expect([typed.stdout.split('\n', 1), piped]).toEqual([['WBXML document, 6 octets'], typed])
  })
})

test('a class file is named with what it extends and the packages it needs', () => {
  expect(decodeClass(demoClass(), page)).toEqual({
    sound: true,
    lines: [
      'Class file, 77 octets, version 47.0',
      '',
      'Class     acme.Demo',
      'Extends   javax.microedition.midlet.MIDlet',
      'Packages  acme',
      '          javax.microedition.midlet',
    ],
  })
})

test('a package shows its entries with offsets, lengths and CRCs, and its manifest', () => {
  const { lines, sound } = decodePackage(demoJar(), page)
  expect(sound).toBe(true)
  expect(lines.filter((line) => line.includes('acme/Demo.class'))).toEqual([
    '  175      77      72  deflate  1d8475ba  acme/Demo.class',
  ])
  expect(lines).toContain('Problems: none; every entry extracted, every CRC right')
  expect(lines).toContain('   2     23  MIDlet-Name: Demo')
})

test('a package shows which APIs its classes need', () => {
  expect(decodePackage(demoJar(), page).lines).toContain(
    'Needs: no API beyond its profile and configuration',
  )
  const { jar } = buildSuite({
    ...demoSuite,
    midlets: [
      {
        name: 'Demo',
        className: 'acme.Demo',
        references: ['javax.bluetooth.LocalDevice', 'com.nokia.mid.ui.FullCanvas'],
      },
    ],
  })
  const { lines } = decodePackage(jar, page)
  const at = lines.findIndex((line) => line.startsWith('Needs:'))
  expect(lines.slice(at, at + 5)).toEqual([
    'Needs: 2 APIs beyond its profile and configuration',
    'API            is            package           first in',
    'com.nokia.mid  Nokia UI API  com.nokia.mid.ui  acme/Demo.class',
    'JSR-82         Bluetooth     javax.bluetooth   acme/Demo.class',
    '',
  ])
})

describe('a file on disk', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ota-decode-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  test('is read from its path', async () => {
    await writeFile(join(folder, 'a.jar'), demoJar())
    const { stdout, exitCode } = await runSession(`ota decode ${folder}/a.jar`)
    expect([stdout.slice(0, 8), exitCode]).toEqual(['Package,', 0])
  })

  test('is refused when it is larger than any package', async () => {
    const { stderr, exitCode } = await runSession('head -c 16777217 /dev/zero | ota decode -')
    expect(stderr).toBe(
      'error: stdin is larger than 16777216 octets [cli/input-too-large]\n' +
        'hint: That is inputBytesMax; no phone takes a package of that size.\n',
    )
    expect(exitCode).toBe(2)
  })
})
