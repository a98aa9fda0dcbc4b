import { defineFault } from '../fault.ts'
import { spoilPage } from '../spoil-page.ts'

export default defineFault({
  breaks: ['page/leads-on'],
  title: 'has a page that leads nowhere',
  answer: spoilPage(
    () => '<html><head><title>Soon</title></head><body>Come back later</body></html>',
  ),
})
