import { defineFault } from '../fault.ts'
import { goodConduct } from '../push/conduct.ts'

export default defineFault({
  breaks: ['pap/backs-off'],
  title: 'posts again at once when the gateway says that it is busy',
  pushing: {
    conduct: {
      waitMs: (setback, attempt) =>
        setback.kind === 'pap' ? 0 : goodConduct.waitMs(setback, attempt),
    },
  },
})
