import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['descriptor/no-transform'],
  title: 'lets gateways recode descriptors and packages',
  answer: spoil(['descriptor', 'package'], (response) =>
    withHeaders(response, { 'Cache-Control': 'no-store' }),
  ),
})
