import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['status/waiting-before-download', 'status/whole-transfers-count'],
  title: 'shows a client as downloaded that nobody has asked for',
  status: (state, { requests }) => (state === 'waiting' && requests === 0 ? 'downloaded' : state),
})
