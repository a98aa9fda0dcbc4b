import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['status/version-there-counts'],
  title: 'waits anew for a client whose version the phone has shown to have',
  status: (state, { isConfirmed }) =>
    state === 'installed' && !isConfirmed ? 'downloaded' : state,
})
