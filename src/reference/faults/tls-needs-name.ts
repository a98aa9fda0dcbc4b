import { serverCertificate, serverIssuer } from '../../test-authority/servers.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['tls/served-without-name'],
  title: 'shows the certificate of another host to clients that name none before the handshake',
  tls: (manner) => ({
    ...manner,
    unnamedChain: [serverCertificate('www.test'), serverIssuer],
  }),
})
