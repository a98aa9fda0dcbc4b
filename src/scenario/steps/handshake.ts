import { z } from 'zod'
import { defineStep, done, stepFailed } from '../step.ts'

export default defineStep({
  title:
    'Handshakes with the servers that links lead to over https, as of today and as of that age; no request goes over them.',
  schema: z.strictObject({}),
  async play(stage) {
    if (!(await stage.rest())) return stepFailed('the phone does not finish what it does')
    await stage.shakeHands()
    return done
  },
})
