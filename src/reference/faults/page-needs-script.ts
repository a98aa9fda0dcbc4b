import { defineFault } from '../fault.ts'
import { spoilPage } from '../spoil-page.ts'

const ownWay = /<noscript>.*?<\/noscript>/s

export default defineFault({
  breaks: ['page/way-without-script', 'page/leads-on'],
  title: 'has pages whose links are written by a script',
  answer: spoilPage((text) =>
    ownWay.test(text)
      ? text.replace(ownWay, '')
      : `<html><body><script>document.write('<a href="demo.jad">Get it</a>')</script></body></html>`,
  ),
})
