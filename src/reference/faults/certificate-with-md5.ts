import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/certificates-for-every-phone'],
  title: 'brings a certificate that is signed with MD5',
  signing: ({ paths, ...signing }) => ({
    ...signing,
    paths: paths.map(([signer, ...issuers]) =>
      signer === undefined ? [] : [{ ...signer, digest: 'md5' as const }, ...issuers],
    ),
  }),
})
