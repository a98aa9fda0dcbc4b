import { defineFault } from '../fault.ts'
import { withPostHeader } from '../push/post.ts'

export default defineFault({
  breaks: ['pap/multipart-related'],
  title: 'posts pushes as multipart/related without the type of its first part',
  pushing: {
    post: (post) =>
      withPostHeader(post, 'Content-Type', (value) => value.replace(/; type="[^"]*"/, '')),
  },
})
