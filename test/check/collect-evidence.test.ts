import { describe, expect, it } from 'vitest'
import { collectEvidence } from '../../src/check/collect-evidence.ts'
import type { SketchedFact } from './trace-builder.ts'
import {
  demoJar,
  descriptorFetched,
  descriptorText,
  exchanged,
  jadType,
  jarType,
  jarUrl,
  packageFetched,
  reportPosted,
  traceOf,
} from './trace-builder.ts'

const evidenceOf = (...facts: readonly SketchedFact[]) => collectEvidence(traceOf(facts))
const seqs = (views: readonly { readonly seq: number }[]) => views.map(({ seq }) => seq)

describe('evidence', () => {
  it('has events by type and exchanges by purpose', () => {
    const evidence = evidenceOf(descriptorFetched(), packageFetched(), reportPosted())
    expect(seqs(evidence.all('case.ended'))).toEqual([4])
    expect(seqs(evidence.all('power.changed'))).toEqual([])
    expect(seqs(evidence.exchanges())).toEqual([1, 2, 3])
    expect(seqs(evidence.exchanges('package'))).toEqual([2])
    expect(seqs(evidence.exchanges('delete-report'))).toEqual([])
  })

  it('is read once, however many checks ask', () => {
    const evidence = evidenceOf(descriptorFetched(), packageFetched(), reportPosted())
    expect(evidence.descriptors[0]?.descriptor).toBe(evidence.descriptors[0]?.descriptor)
    expect(evidence.packages).toBe(evidence.packages)
    expect(evidence.reports).toBe(evidence.reports)
  })

  it('leaves out what the target never heard of', () => {
    const kept = { did: 'lost the request', reachedTarget: false }
    const evidence = evidenceOf(
      exchanged({ status: 'none', network: kept }),
      exchanged({ status: 'none', failure: { cause: 'no-coverage', detail: 'No coverage.' } }),
      exchanged({ status: 'none', failure: { cause: 'foreign-host', detail: 'Not allowed.' } }),
      exchanged({ status: 'none', failure: { cause: 'refused', detail: 'Nobody listens.' } }),
    )
    expect(seqs(evidence.exchanges())).toEqual([4])
  })
})

describe('a descriptor', () => {
  it('is what the target sent with 200, whole, and not to a probe', () => {
    const failure = { cause: 'truncated', detail: 'Cut.' } as const
    const evidence = evidenceOf(
      descriptorFetched(undefined, { status: 401 }),
      descriptorFetched(undefined, { failure }),
      descriptorFetched(undefined, { probe: 'missing-package' }),
      descriptorFetched(),
    )
    expect(seqs(evidence.descriptors)).toEqual([4])
  })

  it('gives the last of repeated values, and the address of its package', () => {
    const text = descriptorText({ 'MIDlet-Jar-URL': '../x.jar' }) + 'MIDlet-Name: Again\r\n'
    const [found] = evidenceOf(
      descriptorFetched(text, { url: 'http://ota.test/a/b/demo.jad?id=7' }),
    ).descriptors
    expect(found?.value('MIDlet-Name')).toBe('Again')
    expect(found?.value('midlet-name')).toBeUndefined()
    expect(found?.jarUrl).toBe('http://ota.test/a/x.jar')
    expect(found?.mediaType?.essence).toBe('text/vnd.sun.j2me.app-descriptor')
  })

  it('is read in the charset of its label', () => {
    const label = ['Content-Type', `${jadType[1]}; charset=iso-8859-1`] as const
    const body = Uint8Array.from('MIDlet-Name: Caf\u{e9}\n', (letter) => letter.charCodeAt(0))
    const [found] = evidenceOf(descriptorFetched(body, { headers: [label] })).descriptors
    expect(found?.value('MIDlet-Name')).toBe('Café')
  })
})

describe('a package', () => {
  it('is linked to the latest descriptor that names its address', () => {
    const other = descriptorText({ 'MIDlet-Jar-URL': 'http://ota.test/other.jar' })
    const [found] = evidenceOf(
      descriptorFetched(),
      descriptorFetched(),
      descriptorFetched(other),
      packageFetched(),
      descriptorFetched(),
    ).packages
    expect(found?.descriptor?.seq).toBe(2)
    expect(found?.jar.readable).toBe(true)
  })

  it('is linked across the redirects that led to it', () => {
    const moved = (from: string, to: string) =>
      packageFetched('', { url: from, status: 302, headers: [['Location', to]] })
    const [found] = evidenceOf(
      descriptorFetched(),
      moved(jarUrl, '/one.jar'),
      moved('http://ota.test/one.jar', 'http://cdn.test/two.jar'),
      packageFetched(undefined, { url: 'http://cdn.test/two.jar' }),
    ).packages
    expect(found?.descriptor?.seq).toBe(1)
  })

  it('is not compared with a descriptor that the network changed', () => {
    const delivered = { status: 200, headers: [jadType], body: new Uint8Array() }
    const network = { did: 'changed MIDlet-Jar-Size', reachedTarget: true, delivered }
    const evidence = evidenceOf(descriptorFetched(undefined, { network }), packageFetched())
    expect(evidence.descriptors[0]?.altered).toBe(true)
    expect(evidence.packages[0]?.descriptor).toBeUndefined()
  })

  it('is not what came from where a gateway led and the target did not', () => {
    const delivered = { status: 200, headers: [jadType], body: new Uint8Array() }
    const network = { did: 'changed MIDlet-Jar-URL', reachedTarget: true, delivered }
    const page = packageFetched('<html></html>', { url: `${jarUrl}.not` })
    expect(evidenceOf(descriptorFetched(undefined, { network }), page).packages).toEqual([])
    expect(seqs(evidenceOf(descriptorFetched(), page).packages)).toEqual([2])
  })

  it('can be what a link leads to, by its label or by its octets', () => {
    const evidence = evidenceOf(
      descriptorFetched(demoJar(), { headers: [jarType] }),
      descriptorFetched(demoJar(), { headers: [['Content-Type', 'application/octet-stream']] }),
    )
    expect(seqs(evidence.packages)).toEqual([1, 2])
    expect(evidence.descriptors).toEqual([])
  })
})

describe('a package in ranges', () => {
  const whole = demoJar()
  const range = (start: number, end: number, total: number | '*' = whole.length) =>
    packageFetched(whole.subarray(start, end + 1), {
      status: 206,
      headers: [jarType, ['Content-Range', `bytes ${start}-${end}/${total}`]],
    })
  const last = whole.length - 1

  it('is joined from parts that follow each other', () => {
    const { packages } = evidenceOf(
      descriptorFetched(),
      range(0, 99),
      range(100, 199),
      range(200, last),
    )
    expect(packages).toHaveLength(1)
    expect(packages[0]?.octets).toEqual(whole)
    expect(packages[0]?.parts.map(({ seq }) => seq)).toEqual([2, 3, 4])
    expect(packages[0]?.seq).toBe(4)
    expect(packages[0]?.descriptor?.seq).toBe(1)
  })

  it.each([
    ['with a gap', [range(0, 99), range(200, last)]],
    ['without its start', [range(100, last)]],
    ['without its end', [range(0, 99), range(100, 199)]],
    ['of which nobody knows the length', [range(0, last, '*')]],
    [
      'with a part of another length than announced',
      [
        packageFetched(whole.subarray(0, 50), {
          status: 206,
          headers: [jarType, ['Content-Range', `bytes 0-${last}/${whole.length}`]],
        }),
      ],
    ],
  ])('%s is none', (_, parts) => {
    expect(evidenceOf(...parts).packages).toEqual([])
  })

  it('begins again with a part that begins at 0', () => {
    const { packages } = evidenceOf(range(0, 99), range(0, 149), range(150, last))
    expect(packages.map(({ parts }) => parts.map(({ seq }) => seq))).toEqual([[2, 3]])
  })
})

describe('a status report', () => {
  it('is read, with the answer to it', () => {
    const [install, removal] = evidenceOf(
      reportPosted('900 Success\r\n'),
      reportPosted(912, { status: 204 }),
    ).reports
    expect(install?.kind).toBe('install')
    expect(install?.report?.code).toBe(900)
    expect(removal?.kind).toBe('delete')
    expect(removal?.response?.status).toBe(204)
  })

  it('may be no report at all, or have no answer', () => {
    const [garbled, lost] = evidenceOf(
      reportPosted('hello'),
      reportPosted(900, { status: 'none', failure: { cause: 'reset', detail: 'Reset.' } }),
    ).reports
    expect(garbled?.report).toBeUndefined()
    expect(lost?.response).toBeUndefined()
  })

  it('is not what a probe sent', () => {
    const probe = reportPosted('', { method: 'GET', probe: 'get-notify-url' })
    expect(evidenceOf(probe).reports).toEqual([])
    expect(seqs(evidenceOf(probe).exchanges('install-report'))).toEqual([1])
  })
})
