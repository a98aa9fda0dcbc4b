/** A reader of capture files that shares nothing with the writer: it walks the blocks and sees that each is whole. */
export interface SeenPacket {
  readonly on: number
  readonly atMicros: bigint
  readonly frame: Uint8Array
}

export interface SeenCapture {
  readonly blockTypes: readonly number[]
  readonly packets: readonly SeenPacket[]
}

/** Complains of what is not a chain of whole blocks. */
export function readPcapng(octets: Uint8Array): SeenCapture {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  const blockTypes: number[] = []
  const packets: SeenPacket[] = []
  for (let start = 0; start < octets.length;) {
    const type = view.getUint32(start, true)
    const length = view.getUint32(start + 4, true)
    if (length % 4 !== 0 || length < 12 || view.getUint32(start + length - 4, true) !== length) {
      throw new Error(`block at ${start}: length ${length}`)
    }
    blockTypes.push(type)
    if (type === 6) {
      const [high, low] = [view.getUint32(start + 12, true), view.getUint32(start + 16, true)]
      const captured = view.getUint32(start + 20, true)
      packets.push({
        on: view.getUint32(start + 8, true),
        atMicros: (BigInt(high) << 32n) | BigInt(low),
        frame: octets.slice(start + 28, start + 28 + captured),
      })
    }
    start += length
  }
  return { blockTypes, packets }
}

/** `from > to flags seq ack payload`, as people read packets. */
export function tellPacket({ frame }: SeenPacket): string {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  const address = (start: number) => [...frame.subarray(start, start + 4)].join('.')
  const flags = view.getUint8(47)
  const names = ['F', 'S', 'R', 'P', 'A'].filter((_, bit) => (flags & (1 << bit)) !== 0).join('')
  const payload = frame.subarray(34 + (view.getUint8(46) >> 4) * 4)
  const from = `${address(26)}:${view.getUint16(34)}`
  const to = `${address(30)}:${view.getUint16(36)}`
  const numbers = `${view.getUint32(38)} ${view.getUint32(42)}`
  return `${from} > ${to} ${names} ${numbers} ${JSON.stringify(Buffer.from(payload).toString('latin1'))}`
}
