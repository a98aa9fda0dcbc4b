import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

/** A client of 9 KB takes 5 s at 2 KB a second. */
const patienceMs = 3000

export default defineFault({
  breaks: ['native/slow-phone', 'http/framing'],
  title: 'cuts phones off that have not read a client within three seconds',
  answer: spoil('client', (response) => frame(response, { cutAfterMs: patienceMs })),
})
