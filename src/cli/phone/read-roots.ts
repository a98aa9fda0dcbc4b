/** `--root domain=file`: whose signatures a new phone believes. */
import { UsageError } from '../../errors.ts'
import { didYouMean } from '../../did-you-mean.ts'
import { protectionDomains } from '../../handset/trust.ts'
import type { TrustedRoot } from '../../handset/trust.ts'
import { readRoot } from '../../target/roots.ts'
import { readInput } from '../read-input.ts'

/** A root as a phone keeps it. */
export interface RootText {
  readonly domain: string
  readonly certificate: string
}

/** As many as a target file may have. */
const rootsMax = 64

/** ASN.1 SEQUENCE, with which a certificate begins that is not written as text (X.690 section 8.9). */
const sequenceTag = 0x30

/** @throws UsageError for a domain that does not exist, and a file that is no certificate */
export async function readRoots(words: readonly string[]): Promise<readonly RootText[]> {
  if (words.length > rootsMax) {
    throw new UsageError('phone/root', `${words.length} roots are more than rootsMax = ${rootsMax}`)
  }
  return Promise.all(words.map(readWord))
}

async function readWord(word: string): Promise<RootText> {
  const [domain = '', ...rest] = word.split('=')
  if (!isDomain(domain) || rest.length === 0) {
    throw new UsageError('phone/root', `"${word}" is no domain=file`, {
      hint: didYouMean(domain, protectionDomains) ?? `Domains are ${protectionDomains.join(', ')}.`,
    })
  }
  const file = rest.join('=')
  const octets = await readInput(file)
  const certificate =
    octets[0] === sequenceTag
      ? Buffer.from(octets).toString('base64')
      : new TextDecoder().decode(octets)
  if (readRoot(certificate) !== undefined) return { domain, certificate }
  throw new UsageError('phone/root', `${file} holds no certificate`, {
    hint: 'Give an X.509 certificate, as PEM or DER.',
  })
}

/** Roots as a phone goes by them; one that this version cannot read is none. */
export function trustRoots(roots: readonly RootText[]): readonly TrustedRoot[] {
  return roots.flatMap(({ domain, certificate: text }) => {
    const certificate = readRoot(text)
    return certificate === undefined || !isDomain(domain) ? [] : [{ domain, certificate }]
  })
}

function isDomain(word: string): word is TrustedRoot['domain'] {
  return protectionDomains.some((domain) => domain === word)
}
