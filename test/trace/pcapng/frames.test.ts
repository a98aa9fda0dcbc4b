import { expect, test } from 'vitest'
import { tcpFlags, tcpFrame } from '../../../src/trace/pcapng/frames.ts'

const ends = {
  from: { address: 0x64400001, port: 1025 },
  to: { address: 0xc6120001, port: 80 },
}

const hexOf = (octets: Uint8Array) => Buffer.from(octets).toString('hex')

test('a SYN tells the segment size, and its checksums are those of RFC 1071', () => {
  const frame = tcpFrame({
    ...ends,
    sequence: 0,
    acknowledgment: 0,
    flags: tcpFlags.syn,
    payload: new Uint8Array(0),
  })
  expect(hexOf(frame)).toBe(
    '0200c61200010200644000010800' +
      '4500002c0000400040061078' +
      '64400001c6120001' +
      '0401005000000000000000006002ffff' +
      '69810000020405b4',
  )
})

test('an odd payload is summed as if a zero followed', () => {
  const segment = { ...ends, sequence: 1, acknowledgment: 1, flags: tcpFlags.ack }
  const odd = tcpFrame({ ...segment, payload: new Uint8Array([0x41, 0x42, 0x43]) })
  expect(hexOf(odd.subarray(34))).toBe(
    '040100500000000100000001' + '5010ffff' + 'fce70000' + '414243',
  )
})
