import { serverRoot } from '../../test-authority/servers.ts'
import { defineFault } from '../fault.ts'
import { sending } from '../tls/manner.ts'

export default defineFault({
  breaks: ['tls/certificates-in-order'],
  title: 'sends the root before the issuer in handshakes',
  tls: (manner) => {
    const [own, ...others] = manner.chain
    return { ...manner, ...sending(own, serverRoot, ...others) }
  },
})
