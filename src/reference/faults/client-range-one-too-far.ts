import { countOneTooFar, defineFault, spoil } from '../fault.ts'

export default defineFault({
  breaks: ['native/part-is-that-part', 'native/goes-on'],
  title: 'counts the last octet of a part of a client as if it were not in it',
  answer: spoil('client', countOneTooFar),
})
