import { defineFault } from '../fault.ts'
import { goodConduct } from '../push/conduct.ts'

export default defineFault({
  breaks: ['pap/no-blind-resend'],
  title: 'posts again what the gateway has refused',
  pushing: {
    conduct: { mayPass: (setback) => setback.kind === 'pap' || goodConduct.mayPass(setback) },
  },
})
