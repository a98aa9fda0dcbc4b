import { defineFault } from '../fault.ts'

const year = { notBefore: '2004-01-01T00:00:00Z', notAfter: '2005-01-01T00:00:00Z' } as const

export default defineFault({
  breaks: ['native/not-expired'],
  title: 'goes on giving out clients whose certificate has expired',
  client: (specs) => ({
    ...specs,
    sisx: {
      ...specs.sisx,
      signings: (specs.sisx.signings ?? []).map((signing) => ({
        ...signing,
        chain: signing.chain.map((certificate) => ({ ...certificate, ...year })),
      })),
    },
  }),
})
