import { defineFault } from '../fault.ts'
import { spoilPage } from '../spoil-page.ts'

/** What Latin-1 lacks is written as a question mark. */
const latin1Of = (character: string): number => {
  const code = character.charCodeAt(0)
  return code > 0xff ? 0x3f : code
}

export default defineFault({
  breaks: ['page/charset-holds'],
  title: 'stores its pages in Latin-1 and labels them UTF-8',
  answer: spoilPage((text) => Uint8Array.from(text, latin1Of)),
})
