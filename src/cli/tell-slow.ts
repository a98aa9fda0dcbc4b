import type { SlowTransfer } from '../handset/slow-pace.ts'
import { formatDuration } from '../report/views/duration.ts'

/** For less nobody needs to be told. */
const worthTellingMs = 5000

/** What a user reads who would else think that the run hangs; nothing where it is soon over. */
export function tellSlow(caseId: string, transfer: SlowTransfer): string {
  const { bytes, bytesPerSecond, ms } = transfer
  if (ms < worthTellingMs) return ''
  return `${caseId}: reads ${bytes} octets at ${bytesPerSecond} a second, which takes ${formatDuration(ms)}\n`
}
