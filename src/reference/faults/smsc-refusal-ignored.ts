import { defineFault } from '../fault.ts'
import { goodConduct } from '../push/conduct.ts'

export default defineFault({
  breaks: ['smpp/no-retry-after-refusal'],
  title: 'submits again what the SMSC has refused for good',
  pushing: {
    conduct: {
      mayPass: (setback) => setback.kind === 'submit' || goodConduct.mayPass(setback),
    },
  },
})
