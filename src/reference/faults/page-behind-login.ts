import { defineFault } from '../fault.ts'
import { spoilPage } from '../spoil-page.ts'

export default defineFault({
  breaks: ['page/leads-on'],
  title: 'asks for a name and a password on the page',
  answer: spoilPage(
    () =>
      '<html><body><form action="login" method="post"><input type="password" name="p"/></form></body></html>',
  ),
})
