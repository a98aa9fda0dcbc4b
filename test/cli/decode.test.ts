import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeClass } from '../../src/cli/decode/decode-class.ts'
import { decodePackage } from '../../src/cli/decode/decode-package.ts'
import { detectFormat } from '../../src/cli/decode/detect-format.ts'
import { demoClass, demoJar, descriptorText, manifestText } from '../check/trace-builder.ts'
import { runSession } from './run-session.ts'

const page = { columns: 100, paint: (_: string, text: string) => text }

function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('the format of a file is told by its content', () => {
  test.each([
    ['jar', demoJar()],
    ['class', demoClass()],
    ['manifest', octets(manifestText())],
    ['manifest', octets('\uFEFFmanifest-version: 1.0\n')],
    ['jad', octets(descriptorText())],
    ['jad', octets('\uFEFFMIDlet-Name: Demo')],
    ['jad', octets('900: is a name')],
    ['report', octets('900 Success\r\n')],
    ['report', octets('953')],
  ] as const)('%s', (format, content) => {
    expect(detectFormat(content)).toBe(format)
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
