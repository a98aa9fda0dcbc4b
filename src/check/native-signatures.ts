/** Signatures of native packages that were chosen for the phone that got them, as far as they can be judged without its roots. */
import type { Certificate } from '../wire/certificate.ts'
import { findAnchor, readSisCertificates } from '../wire/sis/sis-certificates.ts'
import { checkSignatures } from '../wire/sis/sis-signature.ts'
import type { SisSignatureVerdict } from '../wire/sis/sis-signature.ts'
import type { Sisx } from '../wire/sis/sisx.ts'
import type { CheckContext } from './check.ts'
import { chosenPackages, formatFor } from './native-links.ts'

export interface SignedSisx {
  readonly seq: number
  /** Milliseconds since 1970 at which it came, by the calendar of the run. */
  readonly cameAt: number
  readonly sisx: Sisx
  readonly chains: readonly ReadChain[]
}

export interface ReadChain {
  readonly verdicts: readonly SisSignatureVerdict[]
  /** The signer's first. */
  readonly certificates: readonly Certificate[]
  /** One certificate that its own key signed. */
  readonly isSelfSigned: boolean
}

/** Chains of one package that are judged; real packages have up to four. */
const chainsMax = 64

/** Packages of Symbian OS 9 for phones of it. */
export function chosenSisx(context: CheckContext): readonly SignedSisx[] {
  if (formatFor(context.facts) !== 'sisx') return []
  const startsAt = Date.parse(context.facts.startsAt)
  return chosenPackages(context).flatMap(({ seq, exchange, view }) =>
    view.format === 'sisx' && view.sis.format === 'sisx'
      ? [{ seq, cameAt: startsAt + exchange.at, sisx: view.sis, chains: chainsOf(view.sis) }]
      : [],
  )
}

const read = new WeakMap<Sisx, readonly ReadChain[]>()

/** Verified once, however many checks and traces look at the same package. */
function chainsOf(sisx: Sisx): readonly ReadChain[] {
  const known =
    read.get(sisx) ??
    sisx.signatures
      .filter(({ signatures }) => signatures.length > 0)
      .slice(0, chainsMax)
      .map((chain) => {
        const { certificates } = readSisCertificates(chain)
        const isSelfSigned = findAnchor(certificates, []).kind === 'self-signed'
        return { verdicts: checkSignatures(chain), certificates, isSelfSigned }
      })
  read.set(sisx, known)
  return known
}
