import { hash } from 'node:crypto'
import type { JarProblem } from '../../wire/jar-problem.ts'
import { inspectJar, type JarEntry } from '../../wire/jar.ts'
import { needsOf } from '../../wire/jar-needs.ts'
import type { ApiNeed } from '../../wire/jar-needs.ts'
import { columnsOf, count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'
import { manifestLines } from './decode-manifest.ts'

const methods: Readonly<Record<number, string>> = { 0: 'stored', 8: 'deflate' }

export const decodePackage: Decoder = (octets, { paint }) => {
  const { entries, problems, manifest, readable } = inspectJar(octets)
  return {
    sound: readable && manifest?.wellFormed === true,
    lines: [
      paint('bold', `Package, ${count(octets.length, 'octet')}, ${entries.length} entries`),
      `SHA-256 ${hash('sha256', octets, 'hex')}`,
      '',
      ...columnsOf(
        [['octet', 'length', 'packed', 'method', 'CRC-32', 'entry'], ...entries.map(row)],
        {
          rightAligned: [0, 1, 2],
        },
      ),
      '',
      ...problemLines(problems),
      '',
      ...(readable ? [...needLines(needsOf(octets)), ''] : []),
      ...(manifest === undefined ? [] : ['Manifest', ...manifestLines(manifest)]),
    ],
  }
}

function row({ name, bytes, compressedBytes, crc32, method, offset }: JarEntry): readonly string[] {
  return [
    String(offset),
    String(bytes),
    String(compressedBytes),
    methods[method] ?? String(method),
    crc32.toString(16).padStart(8, '0'),
    printable(name),
  ]
}

function needLines(needs: readonly ApiNeed[]): readonly string[] {
  if (needs.length === 0) return ['Needs: no API beyond its profile and configuration']
  const rows = needs.map(({ apis, title, packages, entry }) => [
    apis.join(' or '),
    title,
    packages.map(printable).join(', '),
    printable(entry),
  ])
  return [
    `Needs: ${count(needs.length, 'API')} beyond its profile and configuration`,
    ...columnsOf([['API', 'is', 'package', 'first in'], ...rows]),
  ]
}

function problemLines(problems: readonly JarProblem[]): readonly string[] {
  if (problems.length === 0) return ['Problems: none; every entry extracted, every CRC right']
  const rows = problems.map(({ rule, entry, offset, found, blocking }) => {
    const what = entry === undefined ? '' : ` ${printable(entry)}`
    return [String(offset), `${rule}${blocking ? ' (refused)' : ''}${what}: ${printable(found)}`]
  })
  return [
    `Problems: ${count(problems.length, 'place')}`,
    ...columnsOf([['octet', 'rule'], ...rows], { rightAligned: [0] }),
  ]
}
