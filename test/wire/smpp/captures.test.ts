/** What Kannel submitted; the files are not part of the repository: where they are absent the test says so and is skipped. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { decodePdu } from '../../../src/wire/smpp/pdu-reader.ts'
import { encodePdu } from '../../../src/wire/smpp/pdu-writer.ts'
import { readSmppCoding } from '../../../src/wire/smpp/data-coding.ts'
import { decodeGsm } from '../../../src/wire/sms/gsm7.ts'
import { SegmentJoiner } from '../../../src/wire/sms/joiner.ts'
import { decodeUcs2 } from '../../../src/wire/sms/ucs2.ts'
import { concatenationOf, decodeUdh, portsOf } from '../../../src/wire/sms/udh.ts'

interface Capture {
  readonly id: number | string
  readonly dst: string
  readonly src: string
  readonly kind?: string
  readonly oracle_text?: string
  readonly ports?: { readonly dst: number; readonly src: number }
  readonly concat?: { readonly ref: number; readonly total: number }
  readonly reassembled_hex?: string
  readonly segments: readonly {
    readonly pdu_hex: string
    readonly esm_class: number
    readonly data_coding: number
    readonly body_hex: string
    readonly tlvs: readonly { readonly tag: number; readonly hex: string }[]
  }[]
}

const file = fileURLToPath(new URL('../../../../shared/captures/kannel.json', import.meta.url))
const isThere = existsSync(file)
const captures: readonly Capture[] = isThere ? JSON.parse(readFileSync(file, 'utf8')) : []
const submitted = captures.filter(({ segments }) => segments.length > 0)
const cut = submitted.filter(({ concat }) => concat !== undefined)
const texts = submitted.filter(({ kind, ports }) => kind === undefined && ports === undefined)
const without = isThere ? '' : ' (skipped: no captures here)'
if (without !== '') process.stderr.write(`test/wire/smpp/captures.test.ts${without}\n`)

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

/** The text or data of a submitted PDU, behind its header. */
function submission(hex: string) {
  const { pdu, problems } = decodePdu(octets(hex))
  if (pdu.command !== 'submit_sm') throw new TypeError(`unexpected ${pdu.command}`)
  const header = (pdu.esmClass & 0x40) === 0 ? undefined : decodeUdh(pdu.shortMessage)
  const body = pdu.shortMessage.subarray(header?.octetCount ?? 0)
  return { pdu, problems, elements: header?.elements ?? [], octets: body }
}

describe.skipIf(!isThere)(`what Kannel submitted${without}`, () => {
  test.each(submitted)('$id is read as stated and written to the same octets', (capture) => {
    const found = capture.segments.map(({ pdu_hex: hex }) => ({ hex, ...submission(hex) }))
    expect(
      found.map(({ pdu, problems, octets: body }) => ({
        esm_class: pdu.esmClass,
        data_coding: pdu.dataCoding,
        from: pdu.source.value,
        to: pdu.destination.value,
        body_hex: Buffer.from(body).toString('hex'),
        tlvs: pdu.tlvs.map(({ tag, octets: value }) => ({
          tag,
          hex: Buffer.from(value).toString('hex'),
        })),
        problems,
      })),
    ).toEqual(
      capture.segments.map(({ esm_class, data_coding, body_hex, tlvs }) => ({
        esm_class,
        data_coding,
        from: capture.src,
        to: capture.dst,
        body_hex,
        tlvs,
        problems: [],
      })),
    )
    expect(found.map(({ pdu }) => Buffer.from(encodePdu(pdu)).toString('hex'))).toEqual(
      found.map(({ hex }) => hex),
    )
    expect(found.flatMap(({ elements }) => portsOf(elements) ?? [])).toEqual(
      capture.ports === undefined
        ? []
        : found.map(() => ({
            kind: 'ports',
            portBits: 16,
            destination: capture.ports?.dst,
            source: capture.ports?.src,
          })),
    )
  })

  test.each(cut)('$id joins to the whole that was sent', ({ segments, reassembled_hex: whole }) => {
    const joiner = new SegmentJoiner()
    const joined = segments.toReversed().flatMap(({ pdu_hex: hex }) => {
      const { elements, octets: body } = submission(hex)
      const place = concatenationOf(elements)
      const outcome = place && joiner.add('kannel', place, { octets: body }, 0)
      return outcome?.kind === 'whole' ? outcome.parts : []
    })
    expect(Buffer.concat(joined.map((part) => part.octets)).toString('hex')).toBe(whole)
  })

  test.each(texts)('$id says what its sender typed', ({ segments, oracle_text: typed }) => {
    const text = segments
      .map(({ pdu_hex: hex }) => {
        const { pdu, octets: body } = submission(hex)
        return readSmppCoding(pdu.dataCoding).charset === 'ucs2'
          ? decodeUcs2(body)
          : decodeGsm(body)
      })
      .join('')
    expect(text).toBe(typed)
  })
})
