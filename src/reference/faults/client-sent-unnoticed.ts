import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['status/not-installed-by-download'],
  title: 'goes on waiting for the download of a client that it has sent',
  status: (state, { contacts }) => (state === 'downloaded' && contacts === 0 ? 'waiting' : state),
})
