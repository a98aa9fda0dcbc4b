/** tshark of the distribution as a reader of capture files that knows nothing of ours. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasTshark = ((): boolean => {
  try {
    execFileSync('tshark', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

export const withoutTshark = hasTshark ? '' : ' (skipped: no tshark here)'

const outputBytesMax = 64 * 1024 * 1024

/** What an analyst would look at twice: damage, checksums that are wrong, and all that tshark warns of. */
export const suspicious = '_ws.malformed || _ws.expert.severity >= 6291456'

/**
 * Values of `fields` in the packets that pass `filter`, a line for each, tabs between.
 *
 * @param preferences of tshark, e.g. `http.desegment_body:FALSE`, to see heads whose bodies never come to an end
 */
export function readCapture(
  capture: Uint8Array,
  filter: string,
  fields: readonly string[],
  preferences: readonly string[] = [],
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'ota-capture-'))
  try {
    const file = join(folder, 'a.pcapng')
    writeFileSync(file, capture)
    const asked = ['ip.check_checksum:TRUE', 'tcp.check_checksum:TRUE', ...preferences]
    const columns = fields.flatMap((field) => ['-e', field])
    const words = [
      '-n',
      '-r',
      file,
      ...asked.flatMap((preference) => ['-o', preference]),
      '-Y',
      filter,
      '-T',
      'fields',
      ...columns,
    ]
    const told = execFileSync('tshark', words, {
      encoding: 'utf8',
      maxBuffer: outputBytesMax,
      // It says on stderr that it does not like to be root.
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return told.split('\n').slice(0, -1)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
