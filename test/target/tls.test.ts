import { expect, it } from 'vitest'
import { writeCertificate } from '../../src/test-authority/certificate-writer.ts'
import { serverRoot } from '../../src/test-authority/servers.ts'
import { parseTarget } from '../../src/target/target.ts'
import { parseCertificate } from '../../src/wire/certificate.ts'

const at = (lines: string) =>
  parseTarget(`links: { demo: https://ota.test/demo.jad }\n${lines}`, 'target.yaml')
const octets = writeCertificate(serverRoot)
const base64 = Buffer.from(octets).toString('base64')

it('the roots of servers are certificates as PEM, or their Base64 alone', () => {
  const pem = `-----BEGIN CERTIFICATE-----\\n${base64}\\n-----END CERTIFICATE-----`
  const root = parseCertificate(octets)
  expect(at(`tls: { roots: ["${pem}", ${base64}] }`).tls).toEqual({ roots: [root, root] })
  expect(at('').tls).toBe(undefined)
})

it.each(['tls: {}', 'tls: { roots: [] }', 'tls: { roots: [abc] }', 'tls: { versions: [1.0] }'])(
  '%s is refused with its line',
  (lines) => {
    expect(() => at(lines)).toThrow(/target\.yaml:2/)
  },
)
