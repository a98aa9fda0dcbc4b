import { defineFault, spoil } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

export default defineFault({
  breaks: ['package/direct-install'],
  title: 'fails on a package that is asked for without its descriptor',
  answer: spoil('package', (response, { visit }) =>
    visit === undefined ? respond(500, [cacheControl]) : response,
  ),
})
