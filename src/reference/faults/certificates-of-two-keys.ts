import { acmeBy } from '../../test-authority/authority.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/one-key'],
  title: 'has another key certified by the second authority',
  signing: ({ paths: [first = [], ...others], ...signing }) => ({
    ...signing,
    paths:
      others.length === 0
        ? [first]
        : [first, [{ ...acmeBy('identified-third-party'), key: 'other' }]],
  }),
})
