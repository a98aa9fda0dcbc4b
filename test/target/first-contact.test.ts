import { describe, expect, it } from 'vitest'
import { scriptOf } from '../../src/target/first-contact.ts'
import { parseTarget } from '../../src/target/target.ts'
import { complaintOf } from '../complaint.ts'

const links = 'links: { demo: "http://ota.test/a", client: "http://ota.test:8080/client" }\n'
const values = {
  'client.version': '1.2.0',
  'client.name': 'Acme Client',
  'client.vendor': 'Acme',
  'handset.msisdn': '+358401234567',
  'handset.name': 'Nokia N95',
}

function read(contact: string) {
  const text = `${links}allow: ["gate.test:5011"]\nfirst-contact: ${contact}\n`
  return parseTarget(text, 'target.yaml').firstContact
}

function script(contact: string) {
  const parsed = read(contact)
  if (parsed === undefined) throw new TypeError('the file has no first contact')
  return scriptOf(parsed, values)
}

const octets = (text: string) => new TextEncoder().encode(text)

describe('a first contact', () => {
  it('is a request, its blanks filled in', () => {
    const said = script(
      '{ http: { url: "http://ota.test/in?n=${client.name}", headers: { X-Phone: "${handset.name}" }, form: { v: "${client.version}", n: "${handset.msisdn}" } }, status: 204 }',
    )
    expect(said).toEqual({
      kind: 'http',
      method: 'POST',
      url: 'http://ota.test/in?n=Acme%20Client',
      headers: [
        ['X-Phone', 'Nokia N95'],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      body: octets('v=1.2.0&n=%2B358401234567'),
      status: 204,
    })
  })

  it('is a GET where it has no body', () => {
    expect(script('{ http: { url: "http://ota.test/in" } }')).toEqual({
      kind: 'http',
      method: 'GET',
      url: 'http://ota.test/in',
      headers: [],
      body: undefined,
      status: undefined,
    })
  })

  it('is a conversation of lines and octets', () => {
    const said = script(
      '{ tcp: { host: gate.test, port: 5011, talk: [{ send: "HELLO ${client.version}" }, { expect: WELCOME }, { send-octets: 02fF }, { expect-octets: "06" }] } }',
    )
    expect(said).toEqual({
      kind: 'tcp',
      host: 'gate.test',
      port: 5011,
      turns: [
        { kind: 'send', octets: octets('HELLO 1.2.0\r\n') },
        { kind: 'line', text: 'WELCOME' },
        { kind: 'send', octets: Uint8Array.of(2, 255) },
        { kind: 'octets', octets: Uint8Array.of(6) },
      ],
    })
  })

  it.each([
    [
      '{ http: { url: "http://elsewhere.test/in" } }',
      '3:31: first-contact.http.url: Unexpected elsewhere.test, expected one of the hosts that the file names: ota.test, ota.test:8080, gate.test:5011',
      'Add elsewhere.test to allow.',
    ],
    [
      '{ http: { url: "http://oat.test/in" } }',
      '3:31: first-contact.http.url: Unexpected oat.test, expected one of the hosts that the file names: ota.test, ota.test:8080, gate.test:5011',
      'Did you mean "ota.test"?',
    ],
    [
      '{ tcp: { host: gate.test, port: 5012, talk: [{ send: A }] } }',
      '3:31: first-contact.tcp.host: Unexpected gate.test:5012, expected one of the hosts that the file names: ota.test, ota.test:8080, gate.test:5011',
      'Did you mean "gate.test:5011"?',
    ],
    [
      '{ http: { url: "http://ota.test/" }, versions: { clint: 1.2.0 } }',
      '3:72: first-contact.versions.clint: Unexpected link clint, expected one that the file gives: demo, client',
      'Did you mean "client"?',
    ],
    [
      '{ http: { url: "http://ota.test/${client.versoin}" } }',
      '3:31: first-contact.http.url: Unexpected placeholder ${client.versoin}, expected ${client.version}, ${client.name}, ${client.vendor}, ${handset.msisdn}, ${handset.name}',
      'Did you mean "client.version"?',
    ],
    [
      '{ htp: { url: "http://ota.test/" } }',
      '3:18: first-contact: Unrecognized key: "htp"',
      'Did you mean "http"?',
    ],
    ['{ status: 200 }', '3:16: first-contact: exactly one of http and tcp', undefined],
    [
      '{ http: { url: "http://ota.test/" }, tcp: { host: ota.test, port: 1, talk: [{ send: A }] } }',
      '3:16: first-contact: exactly one of http and tcp',
      undefined,
    ],
    [
      '{ tcp: { host: ota.test, port: 1, talk: [{ send: A }] }, status: 200 }',
      '3:81: first-contact.status: a status goes with http',
      undefined,
    ],
    [
      '{ http: { url: "http://ota.test/", method: DELETE } }',
      '3:59: first-contact.http.method: GET or POST',
      undefined,
    ],
    [
      '{ tcp: { host: ota.test, port: 1, talk: [{ send: A, expect: B }] } }',
      '3:57: first-contact.tcp.talk.0: a turn with exactly one of send, send-octets, expect and expect-octets',
      undefined,
    ],
    [
      '{ tcp: { host: ota.test, port: 1, talk: [{ send-octets: 0 }] } }',
      '3:72: first-contact.tcp.talk.0.send-octets: Invalid input: expected string, received number',
      undefined,
    ],
    [
      '{ tcp: { host: ota.test, port: 1, talk: [{ send-octets: abc }] } }',
      '3:72: first-contact.tcp.talk.0.send-octets: octets in hex, e.g. 02ff03, at most 4096 of them',
      undefined,
    ],
    [
      '{ tcp: { host: "http://ota.test", port: 1, talk: [{ send: A }] } }',
      '3:31: first-contact.tcp.host: a host name or an IPv4 address',
      undefined,
    ],
  ])('is refused as %s', (contact, message, hint) => {
    const complaint = complaintOf(() => read(contact))
    expect([complaint.message, complaint.hint]).toEqual([`target.yaml:${message}`, hint])
  })
})
