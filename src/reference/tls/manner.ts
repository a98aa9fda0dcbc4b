/** How the reference behaves as a server over https. */
import { serverCertificate, serverIssuer } from '../../test-authority/servers.ts'
import type { CertificateSpec } from '../../test-authority/certificate-writer.ts'

export type ServerChain = readonly [CertificateSpec, ...CertificateSpec[]]

export interface TlsManner {
  /** What is sent to whoever names the host. */
  readonly chain: ServerChain
  /** What is sent to who does not. */
  readonly unnamedChain: ServerChain
  readonly minVersion: 'TLSv1' | 'TLSv1.2'
}

export function mannerFor(host: string): TlsManner {
  const chain: ServerChain = [serverCertificate(host), serverIssuer]
  return { chain, unnamedChain: chain, minVersion: 'TLSv1' }
}

/** The same certificates for everybody. */
export function sending(...chain: ServerChain): Pick<TlsManner, 'chain' | 'unnamedChain'> {
  return { chain, unnamedChain: chain }
}
