import { countOneTooFar, defineFault, spoil } from '../fault.ts'

export default defineFault({
  breaks: ['package/range'],
  title: 'counts the last octet of a range as if it were not part of it',
  answer: spoil('package', countOneTooFar),
})
