import { defineFault } from '../fault.ts'
import { withPapText } from '../push/post.ts'

export default defineFault({
  breaks: ['pap/repeats-keep-id'],
  title: 'posts a push whose answer was lost under another push-id',
  pushing: {
    post: (post, attempt) =>
      withPapText(post, (text) => text.replace(/( push-id=")/, `$1${attempt}.`)),
  },
})
