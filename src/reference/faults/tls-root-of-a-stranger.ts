import { strangersRoot } from '../../test-authority/servers.ts'
import { defineFault } from '../fault.ts'
import { sending } from '../tls/manner.ts'

export default defineFault({
  breaks: ['tls/root-known'],
  title: 'has a certificate for https by an authority that phones do not know',
  tls: (manner) => {
    const { subject, key } = strangersRoot
    const own = { ...manner.chain[0], issuer: subject, signedBy: key }
    return { ...manner, ...sending(own, strangersRoot) }
  },
})
