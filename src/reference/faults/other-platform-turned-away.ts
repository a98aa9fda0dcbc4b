import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['native/other-platform'],
  title: 'turns phones of another platform away that it is said to serve',
  policies: (policies) => ({ ...policies, otherPlatform: 'refuses' }),
})
