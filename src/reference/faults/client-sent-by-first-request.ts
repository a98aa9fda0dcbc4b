import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['status/whole-transfers-count'],
  title: 'counts HEAD, and transfers that broke off, as downloads of the client',
  status: (state, { requests }) => (state === 'waiting' && requests > 0 ? 'downloaded' : state),
})
