import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/no-resubmission', 'sms/reference-changes'],
  title: 'submits all segments anew when one of them was lost',
  pushing: { conduct: { beginsAnew: true } },
})
