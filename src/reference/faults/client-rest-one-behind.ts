import { defineFault, spoil } from '../fault.ts'
import { withBody, withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['native/goes-on', 'native/intact', 'native/part-is-that-part'],
  title: 'begins each part of a client one octet behind where it was asked for',
  answer: spoil('client', async (response) => {
    const [, from, rest] =
      /^bytes ([0-9]+)(-.*)$/.exec(response.headers.get('Content-Range') ?? '') ?? []
    if (response.status !== 206) return response
    const octets = new Uint8Array(await response.arrayBuffer())
    const range = { 'Content-Range': `bytes ${Number(from) + 1}${rest}` }
    return withHeaders(withBody(response, octets.slice(1)), range)
  }),
})
