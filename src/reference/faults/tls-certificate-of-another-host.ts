import { serverCertificate, serverIssuer } from '../../test-authority/servers.ts'
import { defineFault } from '../fault.ts'
import { sending } from '../tls/manner.ts'

export default defineFault({
  breaks: ['tls/certificate-for-host'],
  title: 'shows a certificate for https that is for another host',
  tls: (manner) => ({ ...manner, ...sending(serverCertificate('www.test'), serverIssuer) }),
})
