import { defineStep, done } from '../step.ts'
import { duration } from '../words.ts'

export default defineStep({
  title: 'Time passes on the phone, and at the target if its clock can be moved.',
  schema: duration,
  async play(stage, ms) {
    await stage.advance(ms)
    return done
  },
})
