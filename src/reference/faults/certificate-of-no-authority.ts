import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/paths-hold-together'],
  title: 'has its certificate issued by somebody who is no authority',
  signing: ({ paths, ...signing }) => ({
    ...signing,
    paths: paths.map(([signer, ...issuers]) =>
      signer === undefined
        ? []
        : [signer, ...issuers.map((issuer) => ({ ...issuer, authority: { is: false } }))],
    ),
  }),
})
