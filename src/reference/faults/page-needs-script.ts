import { defineFault } from '../fault.ts'
import { spoilPage } from '../spoil-page.ts'

export default defineFault({
  breaks: ['page/leads-on'],
  title: 'has a page whose link is written by a script',
  answer: spoilPage(
    () =>
      `<html><body><script>document.write('<a href="demo.jad">Get it</a>')</script></body></html>`,
  ),
})
