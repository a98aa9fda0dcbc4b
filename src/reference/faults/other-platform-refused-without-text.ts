import { defineFault } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['native/other-platform'],
  title: 'refuses phones of another platform without a word',
  answer: (response, { isOtherPlatform }) =>
    isOtherPlatform ? respond(403, [['Content-Type', 'text/html'], cacheControl]) : response,
})
