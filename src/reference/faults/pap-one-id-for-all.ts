import { defineFault } from '../fault.ts'
import { withPapText } from '../push/post.ts'

export default defineFault({
  breaks: ['pap/push-id-unique'],
  title: 'gives all pushes one push-id',
  pushing: {
    post: (post) =>
      withPapText(post, (text) => text.replace(/ push-id="[^"]*"/, ' push-id="1@reference.test"')),
  },
})
