import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/answers-any-accept', 'native/other-platform', 'native/unknown-agent'],
  title: 'answers 406 unless the media type of the descriptor is asked for by name',
  answer: spoil('descriptor', (response, { request }) =>
    request.headers.get('Accept')?.includes('text/vnd.sun.j2me.app-descriptor') === true
      ? response
      : say(406, 'Nothing you accept is here.'),
  ),
})
