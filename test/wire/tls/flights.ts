/** Answers of servers, put together as RFC 2246 draws them. */

export function octets(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

const u16 = (value: number) => [value >> 8, value & 0xff]
const u24 = (value: number) => [value >> 16, ...u16(value & 0xffff)]

/** ServerHello of TLS 1.0 without a session. */
export function helloMessage(suite = 0x002f): readonly number[] {
  const body = [3, 1, ...Array.from({ length: 32 }, () => 7), 0, ...u16(suite), 0]
  return [2, ...u24(body.length), ...body]
}

export function certificateMessage(
  certificates: readonly (readonly number[] | Uint8Array)[],
): readonly number[] {
  const list = certificates.flatMap((one) => [...u24(one.length), ...one])
  return [11, ...u24(list.length + 3), ...u24(list.length), ...list]
}

/** Records of handshakes with at most so many octets each. */
export function inRecords(messages: Uint8Array, size = 16_384): Uint8Array {
  const records: number[] = []
  for (let at = 0; at < messages.length; at += size) {
    const part = messages.subarray(at, at + size)
    records.push(22, 3, 1, ...u16(part.length), ...part)
  }
  return Uint8Array.from(records)
}

/** Hello and two certificates, each in a record of its own. */
export const flight = Uint8Array.from([
  ...inRecords(Uint8Array.from(helloMessage())),
  ...inRecords(Uint8Array.from(certificateMessage([Uint8Array.of(0x30, 1), [0x30, 2]]))),
])
