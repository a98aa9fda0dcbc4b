import { defineFault } from '../fault.ts'
import { withPapText } from '../push/post.ts'

export default defineFault({
  breaks: ['pap/no-secrets-in-parts'],
  title: 'writes its credentials into the part that goes to the phone',
  pushing: {
    post: (post) =>
      withPapText(post, (text) =>
        text.replace(
          'Content-Type: text/vnd.wap.s',
          'Authorization: Basic cmVmZXJlbmNlOm9wZXJhdG9y\r\n$&',
        ),
      ),
  },
})
