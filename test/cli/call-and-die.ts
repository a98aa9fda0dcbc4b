/**
 * A process that uses the phone in a file as `ota phone` does, and ends at the nth write to it as if the battery had
 * fallen out: `call-and-die.ts FILE NTH open URL`, or `remove SUITE`. It exits with 0 when it does not come so far.
 */
import { callFile } from './use-phone.ts'

const [, , file = '', nth = '', kind = '', word = ''] = process.argv
let writes = 0
await callFile(file, [kind, word], () => {
  writes += 1
  if (writes !== Number(nth)) return
  process.kill(process.pid, 'SIGKILL')
  for (;;);
})
