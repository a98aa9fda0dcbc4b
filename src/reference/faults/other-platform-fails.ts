import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['native/other-platform'],
  title: 'falls over phones of another platform that it is to refuse',
  answer: (response, { isOtherPlatform }) =>
    isOtherPlatform ? say(500, 'There is no row for this phone.') : response,
})
