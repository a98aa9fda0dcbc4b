import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['package/range'],
  title: 'counts the last octet of a range as if it were not part of it',
  answer: spoil('package', (response) => {
    const [, from, to, total] =
      /([0-9]+)-([0-9]+)\/([0-9]+)/.exec(response.headers.get('Content-Range') ?? '') ?? []
    return response.status === 206
      ? withHeaders(response, { 'Content-Range': `bytes ${from}-${Number(to) + 1}/${total}` })
      : response
  }),
})
