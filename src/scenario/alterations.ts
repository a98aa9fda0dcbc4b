/** What a careless gateway does to bodies on their way. Octets outside the change stay as they were. */

/** Sets attributes (in place, or at the end), removes some, adds a raw line. */
export interface DescriptorChange {
  readonly set?: Readonly<Record<string, string>> | undefined
  readonly remove?: readonly string[] | undefined
  readonly addLine?: string | undefined
}

export function alterDescriptor(octets: Uint8Array, change: DescriptorChange): Uint8Array {
  const text = Buffer.from(octets).toString('latin1')
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const removed = new Set([...(change.remove ?? []), ...Object.keys(change.set ?? {})])
  const kept = text
    .split(/\r?\n/)
    .filter(
      (line) => line !== '' && !removed.has(line.slice(0, Math.max(0, line.indexOf(':'))).trim()),
    )
  const set = Object.entries(change.set ?? {}).map(([name, value]) => `${name}: ${latin1(value)}`)
  const added = change.addLine === undefined ? [] : [latin1(change.addLine)]
  const lines = [...kept, ...set, ...added]
  return new Uint8Array(Buffer.from(lines.map((line) => line + lineEnd).join(''), 'latin1'))
}

/** A text whose code units are the octets of its UTF-8 form. */
function latin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

export const packageChanges = {
  /** Every bit of the middle octet turned: some entry no longer matches its CRC, or cannot be inflated. */
  corrupt: (octets: Uint8Array): Uint8Array =>
    octets.map((octet, index) => (index === octets.length >> 1 ? octet ^ 0xff : octet)),
  'cut short': (octets: Uint8Array): Uint8Array => octets.slice(0, octets.length >> 1),
  'append octets': (octets: Uint8Array): Uint8Array => {
    const longer = new Uint8Array(octets.length + 16)
    longer.set(octets)
    return longer
  },
  'replace by a web page': (octets: Uint8Array): Uint8Array => {
    const page = new TextEncoder().encode('<html><body>Session timed out</body></html>')
    const padded = new Uint8Array(Math.max(octets.length, page.length)).fill(0x20)
    padded.set(page)
    return padded
  },
} as const
