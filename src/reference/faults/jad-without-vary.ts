import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/vary'],
  title: 'gives different phones different descriptors and does not say that they vary',
  answer: spoil('descriptor', (response) => withHeaders(response, { Vary: undefined })),
})
