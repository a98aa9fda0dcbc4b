import { defineFault } from '../fault.ts'
import { goodConduct } from '../push/conduct.ts'

export default defineFault({
  breaks: ['smpp/bind-back-off'],
  title: 'binds to the SMSC again at once when it was refused',
  pushing: {
    conduct: {
      waitMs: (setback, attempt) =>
        setback.kind === 'bind' ? 0 : goodConduct.waitMs(setback, attempt),
    },
  },
})
