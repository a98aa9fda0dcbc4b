import type { ClauseRow } from '../specs.ts'

/** Signed suites: what a descriptor says of who signed the package. */
export const signingClauses = [
  {
    id: 'PKI21-SIGNATURE',
    document: 'PKI21',
    section: 'Signing a MIDlet suite',
    level: 'must',
    on: 'author',
    paraphrase:
      'MIDlet-Jar-RSA-SHA1 is a PKCS#1 v1.5 signature with RSA and SHA-1 over the octets of the package as it is sent, in Base64 on one line.',
  },
  {
    id: 'PKI21-NUMBERING',
    document: 'PKI21',
    section: 'Insertion of certificates into the descriptor',
    level: 'must',
    on: 'author',
    paraphrase:
      'Certificates stand in MIDlet-Certificate-<n>-<m>: paths numbered from 1, the signer first in each, then its issuers, in Base64 without line breaks. A reader stops at the first gap.',
  },
  {
    id: 'PKI21-ONE-KEY',
    document: 'PKI21',
    section: 'Insertion of certificates into the descriptor',
    level: 'must',
    on: 'author',
    paraphrase:
      'Certificates of the signer by several authorities are all for the same public key, since there is one signature.',
  },
  {
    id: 'PKI21-PATH',
    document: 'PKI21',
    section: 'Verifying the signer certificate',
    level: 'must',
    on: 'device',
    paraphrase:
      'A path is validated as RFC 2459 has it: names follow each other, each certificate is signed by the next, and each is for the use that is made of it. Roots and dates differ from phone to phone; all else is the same for all.',
  },
  {
    id: 'PKI21-PERMISSIONS',
    document: 'PKI21',
    section: 'MIDlet attributes',
    level: 'must',
    on: 'device and author',
    paraphrase:
      'Permissions that the descriptor of a signed suite asks for stand in its manifest, too, and there the same.',
  },
  {
    id: 'CERT21-ALGORITHM',
    document: 'CERT21',
    section: 'Certificate profile',
    level: 'must',
    on: 'device',
    paraphrase:
      'Devices know certificates signed with RSA and SHA-1, keys of up to 2,048 bits and certificates of up to 1,500 octets.',
  },
  {
    id: 'PKG21-PERMISSIONS',
    document: 'PKG21',
    section: 'MIDlet-Permissions',
    level: 'must',
    on: 'author',
    paraphrase:
      'Names of permissions are separated by commas, with blanks around them or without; an empty name is none.',
  },
] as const satisfies readonly ClauseRow[]
