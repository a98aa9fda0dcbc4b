import { defineFault, spoil } from '../fault.ts'
import { without, withHeaders } from '../respond.ts'

/** As of its path, which stays when the file is replaced. */
const tag = '"client"'

export default defineFault({
  breaks: ['native/version-told-apart', 'native/intact'],
  title: 'gives all versions of a client the ETag of its path',
  clientAsked: (headers) =>
    ['If-Match', 'If-Range']
      .filter((name) => headers.get(name) === tag)
      .reduce<Headers>((rest, name) => without(rest, name), headers),
  answer: spoil('client', (response) =>
    response.headers.has('ETag')
      ? withHeaders(response, { ETag: tag, 'Last-Modified': undefined })
      : response,
  ),
})
