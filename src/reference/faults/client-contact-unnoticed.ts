import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['status/installed-by-contact', 'status/version-there-counts'],
  title: 'misses every contact of a client, whatever version it says',
  status: (state) => (state === 'installed' ? 'downloaded' : state),
})
