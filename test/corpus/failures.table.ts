/** What the checks hold against real suites on a stock nginx, and why that is right. */
export interface Failure {
  readonly check: string
  readonly because: string
  /** `all`, or those whose suite it is about. */
  readonly jads: 'all' | readonly string[]
}

export const failures = [
  {
    check: 'descriptor/jar-url-absolute',
    because:
      'A relative MIDlet-Jar-URL is allowed, and is what development tools write; phones are known that cannot resolve it (field).',
    jads: 'all',
  },
  {
    check: 'descriptor/not-cached',
    because:
      'A stock nginx sends no Cache-Control; gateways of operators kept descriptors for days (field).',
    jads: 'all',
  },
  {
    check: 'descriptor/no-transform',
    because: 'For the same reason nothing keeps gateways from converting it (field).',
    jads: 'all',
  },
] as const satisfies readonly Failure[]
