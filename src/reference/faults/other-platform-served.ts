import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['native/other-platform'],
  title: 'serves phones of another platform that it is said to refuse',
  policies: (policies) => ({ ...policies, otherPlatform: 'serves' }),
})
