import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/paths-hold-together', 'signed/one-key', 'signed/signature-verifies'],
  title: 'puts the certificate of the issuer before that of the signer',
  // The signer then seems to be the issuer, whose key is another: three checks see the one mistake.
  signing: ({ paths, ...signing }) => ({
    ...signing,
    paths: paths.map((path) => path.toReversed()),
  }),
})
