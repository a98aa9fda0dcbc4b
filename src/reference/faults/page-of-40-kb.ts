import { defineFault } from '../fault.ts'
import { spoilPage } from '../spoil-page.ts'

export default defineFault({
  breaks: ['page/fits-the-phone'],
  title: 'has pages of 40 KB',
  answer: spoilPage((text) => `${text}<!-- ${'-'.repeat(40_000)} -->`),
})
