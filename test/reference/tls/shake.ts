import type { Fault } from '../../../src/reference/fault.ts'
import { mannerFor } from '../../../src/reference/tls/manner.ts'
import { serverFiles } from '../../../src/test-authority/servers.ts'

const manner = mannerFor('ota.example')

/** What clients over https get to see. */
export function shake(fault: Fault | undefined): readonly string[] {
  const { chain, unnamedChain, minVersion } = fault?.tls?.(manner) ?? manner
  return [serverFiles(chain).cert, serverFiles(unnamedChain).cert, minVersion]
}
