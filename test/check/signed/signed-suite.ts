/** The demo suite, signed: what its descriptor and its package look like in a trace. */
import { goodSignings, writeSignature } from '../../../src/test-authority/signing.ts'
import type { Signing } from '../../../src/test-authority/signing.ts'
import {
  demoJar,
  descriptorFetched,
  descriptorText,
  manifestText,
  packageFetched,
} from '../trace-builder.ts'
import type { SketchedFact } from '../trace-builder.ts'

type Attributes = Readonly<Record<string, string | undefined>>

export function signedSuite(
  change: {
    readonly signing?: Signing
    /** Set in, or with `undefined` left out of, the descriptor after signing. */
    readonly descriptor?: Attributes
    readonly manifest?: Attributes
    /** What comes in place of what was signed. */
    readonly received?: Uint8Array
  } = {},
): readonly SketchedFact[] {
  const jar = demoJar(undefined, manifestText(change.manifest))
  const signing = change.signing ?? goodSignings['identified-third-party']
  const attributes = {
    'MIDlet-Jar-Size': String(jar.length),
    ...Object.fromEntries(writeSignature(signing, jar)),
    ...change.descriptor,
  }
  return [descriptorFetched(descriptorText(attributes)), packageFetched(change.received ?? jar)]
}
