import { defineFault } from '../fault.ts'
import { withPapText } from '../push/post.ts'

export default defineFault({
  breaks: ['pap/one-address'],
  title: 'posts one push for several phones',
  pushing: {
    post: (post) => withPapText(post, (text) => text.replace(/<address [^>]*>/, '$&$&')),
  },
})
