import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['package/answers-any-accept'],
  title: 'answers 406 to phones that accept protected content too',
  answer: spoil('package', (response, { request }) =>
    request.headers.get('Accept')?.includes('application/vnd.oma.drm.message') === true
      ? say(406, 'Nothing you accept is here.')
      : response,
  ),
})
