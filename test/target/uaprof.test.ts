import { expect, it } from 'vitest'
import { parseTarget, targetFromUrl } from '../../src/target/target.ts'
import { announcementOf } from '../../src/target/uaprof.ts'

it.each([
  ['http://127.0.0.1:8080/demo.jad', 'served'],
  ['http://localhost/demo.jad', 'served'],
  ['http://[::1]:8080/demo.jad', 'served'],
  ['http://127.9.0.1/demo.jad', 'served'],
  ['http://127.0.0.1.example/demo.jad', 'withheld'],
  ['https://ota.example/demo.jad', 'withheld'],
  ['http://192.168.0.10/demo.jad', 'withheld'],
])('of a target at %s documents are %s', (url, announcement) => {
  expect(announcementOf(targetFromUrl(url))).toBe(announcement)
})

const at = (lines: string) =>
  parseTarget(`links: { demo: http://127.0.0.1:8080/demo.jad }\n${lines}`, 'target.yaml')

it.each([
  ['allow: [cdn.example]', 'withheld'],
  ['uaprof: { announce: original }', 'original'],
  ['uaprof: { announce: withheld }', 'withheld'],
  ['uaprof: { port: 8619 }', 'served'],
  ['allow: [cdn.example]\nuaprof: { announce: served, port: 1 }', 'served'],
])('%s: documents are %s', (lines, announcement) => {
  expect(announcementOf(at(lines))).toBe(announcement)
})

it.each(['uaprof: { port: 0 }', 'uaprof: { announce: yes }', 'uaprof: served'])(
  '%s is refused',
  (lines) => {
    expect(() => at(lines)).toThrow(/target\.yaml:2/)
  },
)
