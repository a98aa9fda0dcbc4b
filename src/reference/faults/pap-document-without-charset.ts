import { withPapText } from '../push/post.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['pap/charset-declared'],
  title: 'posts documents that do not say their character set',
  pushing: {
    post: (post) =>
      withPapText(post, (text) =>
        text.replace('; charset=utf-8', '').replace(/ encoding="[^"]*"/gi, ''),
      ),
  },
})
