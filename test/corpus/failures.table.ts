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
  {
    check: 'package/classes-present',
    because:
      'The class of a MIDlet is not in the package; phoneME ends with 907. Nokia’s runtime installs what cannot be started.',
    jads: ['jad/4eeee3bf7fdc6805.jad', 'jad/fe6734a072283a1e.jad'],
  },
  {
    check: 'package/classes-present',
    because:
      'The icon of a MIDlet is not in the package. Both programs install it all the same and show an icon of their own, hence 900 above; what the descriptor promises is still not there.',
    jads: ['jad/efae8c9d93f5b687.jad', 'jad/b72377c316b213d8.jad', 'jad/f7a96b6dd7fd80ab.jad'],
  },
  {
    check: 'package/profile-equals-descriptor',
    because:
      'The manifest says MIDP-1.0 and CLDC-1.0 where the descriptor says MIDP-2.0 and CLDC-1.1. The phones at hand run both, so both programs install it; a MIDP 1.0 phone goes by the descriptor and never asks for what it could run.',
    jads: ['jad/2c3ad9aeac80a931.jad'],
  },
  {
    check: 'package/fits-small-devices',
    because: 'More than the 300 KB that every phone of the platform takes (a warning).',
    jads: [
      'jad/0929ad31e4fef413.jad',
      'jad/10a0073947473b04.jad',
      'jad/2bd94d9a07f9d97c.jad',
      'jad/2c3ad9aeac80a931.jad',
      'jad/80977f48acb62796.jad',
      'jad/9eda4e40ad99f42b.jad',
      'jad/ae6c1557276a64f2.jad',
    ],
  },
] as const satisfies readonly Failure[]
