import { defineFault } from '../fault.ts'
import { goodConduct } from '../push/conduct.ts'

export default defineFault({
  breaks: ['smpp/slows-down'],
  title: 'submits again at once when the SMSC says that it is too much',
  pushing: {
    conduct: {
      waitMs: (setback, attempt) =>
        setback.kind === 'submit' ? 0 : goodConduct.waitMs(setback, attempt),
    },
  },
})
