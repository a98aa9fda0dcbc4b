import { defineFault } from '../fault.ts'
import { sending } from '../tls/manner.ts'

export default defineFault({
  breaks: ['tls/chain-complete'],
  title: 'leaves out the certificate of its issuer in handshakes',
  tls: (manner) => ({ ...manner, ...sending(manner.chain[0]) }),
})
