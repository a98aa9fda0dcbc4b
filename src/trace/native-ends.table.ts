/** How an installation of a native package ends, as far as phones tell their users (Symbian sisinstallerrors.h; Windows Mobile wceload). */
export const nativeEnds = [
  'installed',
  'user-cancelled',
  'no-answer',
  'unknown-type',
  'not-a-package',
  'corrupt',
  'legacy-format',
  'wrong-platform',
  'wrong-processor',
  'os-too-old',
  'untrusted',
  'bad-signature',
  'certificate-expired',
  'certificate-not-yet-valid',
  'device-constrained',
  'capability-refused',
  'protected-uid',
  'missing-dependency',
  'missing-base',
  'invalid-upgrade',
  'newer-installed',
  'no-space',
  'policy-refused',
] as const

export type NativeEnd = (typeof nativeEnds)[number]
