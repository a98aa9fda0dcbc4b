import { z } from 'zod'
import { centreActs } from '../network-acts.ts'
import { defineStep, done, stepFailed } from '../step.ts'

export default defineStep({
  title:
    'The SMSC asks each server that is bound whether it is there, takes leave of it, or cuts the connection.',
  schema: z.enum(centreActs),
  async play(stage, act) {
    return (await stage.haveCentre(act)) === 0 ? stepFailed('no server is bound') : done
  },
})
