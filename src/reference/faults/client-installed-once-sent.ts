import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['status/not-installed-by-download'],
  title: 'shows a client as installed once it was sent',
  status: (state, { contacts }) => (state === 'downloaded' && contacts === 0 ? 'installed' : state),
})
