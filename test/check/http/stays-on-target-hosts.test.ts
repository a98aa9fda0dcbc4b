import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/stays-on-target-hosts.ts'
import {
  descriptorFetched,
  descriptorText,
  findings,
  packageFetched,
  traceOf,
  verdicts,
} from '../trace-builder.ts'

const url = 'http://cdn.invalid/demo.jar'
const failure = {
  cause: 'foreign-host',
  detail: 'cdn.invalid is not a host of the target',
} as const
const refused = packageFetched('', { url, status: 'none', failure })
const elsewhere = descriptorText({ 'MIDlet-Jar-URL': url })

describe('a URL of the target', () => {
  it('may lead to a host that the target file names', () => {
    expect(verdicts(check, traceOf([descriptorFetched(), packageFetched()]))).toEqual(['pass'])
  })

  it('may not lead to a host that nobody allowed', () => {
    expect(findings(check, traceOf([descriptorFetched(elsewhere), refused]))).toMatchObject([
      {
        verdict: 'fail',
        at: 2,
        actual: `package URL "${url}" on a foreign host`,
        expected:
          'one of ota.test; to let phones go there, add cdn.invalid to allow: in the target file',
      },
    ])
  })

  it('is not judged where the network put another in its place', () => {
    const delivered = { status: 200, headers: [], body: strToU8(elsewhere) }
    const network = { did: 'changed MIDlet-Jar-URL', reachedTarget: true, delivered }
    const trace = traceOf([descriptorFetched(undefined, { network }), refused])
    expect(verdicts(check, trace)).toEqual(['inconclusive'])
  })

  it('has to be asked for', () => {
    expect(verdicts(check, traceOf([]))).toEqual(['not-applicable'])
  })
})
