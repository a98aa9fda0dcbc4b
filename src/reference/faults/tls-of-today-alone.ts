import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['tls/version-of-the-age'],
  title: 'speaks nothing below TLS 1.2',
  tls: (manner) => ({ ...manner, minVersion: 'TLSv1.2' }),
})
