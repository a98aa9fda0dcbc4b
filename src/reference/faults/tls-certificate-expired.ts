import { defineFault } from '../fault.ts'
import { sending } from '../tls/manner.ts'

const year = { notBefore: '2004-01-01T00:00:00Z', notAfter: '2005-01-01T00:00:00Z' } as const

export default defineFault({
  breaks: ['tls/certificates-valid'],
  title: 'goes on with a certificate for https that has expired',
  tls: (manner) => {
    const [own, ...others] = manner.chain
    return { ...manner, ...sending({ ...own, ...year }, ...others) }
  },
})
