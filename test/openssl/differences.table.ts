/** Where a phone and OpenSSL come to different verdicts, and the rule that is the reason. All others are the same. */
export interface Difference {
  readonly openssl: 'good' | 'bad'
  readonly phone: 'good' | 'bad'
  readonly because: string
}

export const differences: Readonly<Record<string, Difference>> = {
  'certificate with MD5': {
    openssl: 'good',
    phone: 'bad',
    because: 'RSA with SHA-1 is the one algorithm that every phone has (CERT21); OpenSSL has more',
  },
  'certificate with SHA-256': {
    openssl: 'good',
    phone: 'bad',
    because: 'RSA with SHA-1 is the one algorithm that every phone has (CERT21); OpenSSL has more',
  },
  'key of 512 bits': {
    openssl: 'good',
    phone: 'bad',
    because:
      'the shortest key of the strict phone is assumed to be 1,024 bits; OpenSSL at level 0 has none',
  },
}
