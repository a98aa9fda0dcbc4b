import { describe, expect, it, test } from 'vitest'
import { parseTarget } from '../../../src/target/target.ts'
import { complaintOf } from '../../complaint.ts'

const links = 'links: { demo: "http://ota.test/a" }\n'

describe('verbs of a target file', () => {
  it('are requests, programs and words to a person', () => {
    const { verbs, clock } = parseTarget(
      `${links}verbs:
  push: { http: { url: "http://ota.test/push", form: { to: "\${handset.msisdn}" } }, timeoutMs: 500 }
  reset: { exec: [./reset.sh, --all] }
  logs: { manual: "Show \${lines} lines" }
`,
      'conf/target.yaml',
    )
    expect({ verbs, clock }).toEqual({
      verbs: {
        by: {
          push: {
            by: 'http',
            http: {
              url: 'http://ota.test/push',
              headers: {},
              form: { to: '${handset.msisdn}' },
            },
            timeoutMs: 500,
          },
          reset: { by: 'exec', words: ['./reset.sh', '--all'], timeoutMs: 30_000 },
          logs: { by: 'manual', text: 'Show ${lines} lines', timeoutMs: 600_000 },
        },
        folder: 'conf',
      },
      clock: false,
    })
  })

  it('make the clock movable when one of them moves it', () => {
    const text = `${links}verbs: { clock: { exec: [./clock.sh, "\${ms}"] } }`
    expect(parseTarget(text, 'target.yaml').clock).toBe(true)
  })

  test.each([
    ['rest: { exec: [a] }', '2:10: verbs: Unrecognized key: "rest"', 'Did you mean "reset"?'],
    ['reset: { htp: {} }', '2:19: verbs.reset: Unrecognized key: "htp"', 'Did you mean "http"?'],
    [
      'reset: { exec: [a], manual: b }',
      '2:17: verbs.reset: exactly one of http, exec and manual',
      undefined,
    ],
    ['reset: {}', '2:17: verbs.reset: exactly one of http, exec and manual', undefined],
    [
      'reset: { http: { url: "http://a:b@c/" } }',
      '2:32: verbs.reset.http.url: a URL without user and password: they belong in headers, as Authorization',
      undefined,
    ],
    [
      'push: { http: { url: "http://${app}/" } }',
      '2:31: verbs.push.http.url: a URL whose host is written out: placeholders come after it',
      undefined,
    ],
    [
      'reset: { http: { url: "/reset" } }',
      '2:32: verbs.reset.http.url: an absolute http or https URL',
      undefined,
    ],
    [
      'clock: { http: { url: "http://c/", json: { a: [{ b: "${secnds}" }] } } }',
      '2:62: verbs.clock.http.json.a.0.b: Unexpected placeholder ${secnds}, expected ${ms}, ${seconds}, ${instant}',
      'Did you mean "seconds"?',
    ],
    [
      'reset: { exec: ["${app}"] }',
      '2:26: verbs.reset.exec.0: Unexpected placeholder ${app}, expected none: reset has none',
      undefined,
    ],
    [
      'clock: { exec: ["${ms"] }',
      '2:26: verbs.clock.exec.0: Unexpected placeholder ${ms…}, expected ${ms}, ${seconds}, ${instant}',
      'Did you mean "ms"?',
    ],
    [
      'reset: { http: { url: "http://c/", json: {}, body: a } }',
      '2:25: verbs.reset.http: at most one of form, json and body',
      undefined,
    ],
    [
      'reset: { http: { url: "http://c/", method: GET, body: a } }',
      '2:25: verbs.reset.http: a GET without a body',
      undefined,
    ],
    [
      'reset: { http: { url: "http://c/", headers: { A: "b\\r\\nC: d" } } }',
      '2:59: verbs.reset.http.headers.A: a text without control characters',
      undefined,
    ],
    ['reset: { exec: ["a\\0"] }', '2:26: verbs.reset.exec.0: a text without NUL', undefined],
    [
      `reset: { http: { url: "http://c/", json: ${'['.repeat(18)}1${']'.repeat(18)} } }`,
      '2:51: verbs.reset.http.json: nested at most 16 deep',
      undefined,
    ],
  ])('refuses %s', (text, message, hint) => {
    const complaint = complaintOf(() => parseTarget(`${links}verbs: { ${text} }\n`, 'target.yaml'))
    expect([complaint.message, complaint.hint]).toEqual([`target.yaml:${message}`, hint])
  })
})
