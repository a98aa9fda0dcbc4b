import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['package/available'],
  title: 'answers 404 where its own descriptor says the package is',
  answer: spoil('package', (response, { visit }) =>
    visit === undefined ? response : say(404, 'There is no such package.'),
  ),
})
