/** Signatures over a controller, and the certificates that they lead to (securitymanager.cpp of Symbian's installer). */
import type { FieldReader } from './sisx-field.ts'
import { takeBlob, takeText } from './sisx-leaf.ts'

export interface SisxSignature {
  /** Object identifier, `1.2.840.113549.1.1.5`. */
  readonly algorithm: string
  /** One of DSA is always 48 octets, of which the last may be more than its DER. */
  readonly octets: Uint8Array
}

export interface SisxSignatureChain {
  readonly signatures: readonly SisxSignature[]
  /** DER certificates one after the other, the signer's first. */
  readonly certificates: Uint8Array
  /** What the signatures are over: the controller from its info up to this chain, without the controller's own head. */
  readonly signed: Uint8Array
}

export function takeSignatureChain(controller: FieldReader): SisxSignatureChain {
  const chain = controller.take('signature and certificate chain')
  return {
    signatures: chain.list('signature', readSignature),
    certificates: takeBlob(chain.take('certificate chain')),
    signed: chain.reading.octets.subarray(controller.place.start, chain.whole.start),
  }
}

function readSignature(field: FieldReader): SisxSignature {
  return { algorithm: takeText(field.take('signature algorithm')), octets: takeBlob(field) }
}
