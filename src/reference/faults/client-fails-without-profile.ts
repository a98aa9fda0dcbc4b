import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['native/document-not-awaited', 'native/available', 'native/unknown-agent'],
  title: 'fails where a UAProf document cannot be read',
  answer: (response, { profile }) =>
    profile === 'lacking' ? say(500, 'There is no profile.') : response,
})
