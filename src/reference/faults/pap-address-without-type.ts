import { defineFault } from '../fault.ts'
import { withPapText } from '../push/post.ts'

export default defineFault({
  breaks: ['pap/address-form'],
  title: 'names phones to the gateway by a number without its type',
  pushing: { post: (post) => withPapText(post, (text) => text.replace('/TYPE=PLMN', '')) },
})
