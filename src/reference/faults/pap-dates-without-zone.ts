import { defineFault } from '../fault.ts'
import { withPapText } from '../push/post.ts'

export default defineFault({
  breaks: ['pap/dates'],
  title: 'writes timestamps of pushes without saying that they are UTC',
  pushing: {
    post: (post) =>
      withPapText(post, (text) => text.replace(/( deliver-before-timestamp="[^"]*)Z"/, '$1"')),
  },
})
