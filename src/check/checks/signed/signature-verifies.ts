import { escapeText } from '../../../wire/escape.ts'
import { findSignatureFault } from '../../../wire/signature.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { judgeRead, noSignedPackage, signedPackages, signersOf } from '../../signed-suites.ts'

export default defineCheck({
  row: 'S41',
  level: 'must-if',
  clause: 'PKI21-SIGNATURE',
  title: 'The signature of a signed suite is by its certificate and over its package',
  applies: (context) => signedPackages(context).length > 0,
  absent: noSignedPackage,
  judge: (context) =>
    judgeRead(signedPackages(context), function* judge({ found, claim, descriptor }) {
      const [signer] = signersOf(claim)
      if (signer === undefined) {
        yield inconclusive(found, 'blocked by signed/certificates-numbered: no certificate')
        return
      }
      const fault = findSignatureFault(claim.signature, found.octets, signer)
      if (fault === undefined) yield pass(found, `signed by ${signer.subject.text}`)
      else {
        yield fail(found, {
          actual: escapeText(fault.reason, 160),
          expected: 'RSA with SHA-1 over the package, by the key of MIDlet-Certificate-1-1',
          cause: descriptor,
        })
      }
    }),
  explain: `A signature that does not verify forbids the installation: no phone falls back to installing the suite as an unsigned one. The usual causes are a package that was stamped, recompressed or rebuilt after it was signed, and tools that sign a digest of SHA-256 by default. Sign what is sent, last of all, with SHA-1. Phones report 909, some 910, some nothing.`,
})
