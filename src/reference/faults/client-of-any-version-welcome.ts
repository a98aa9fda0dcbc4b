import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['status/another-version-proves-nothing'],
  title: 'shows a client as installed when one of another version connects',
  status: (state, { contacts }) => (state === 'downloaded' && contacts > 0 ? 'installed' : state),
})
