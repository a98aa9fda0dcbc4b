import { z } from 'zod'
import { centreActs } from '../network-acts.ts'
import { defineStep, done } from '../step.ts'

export default defineStep({
  title:
    'The SMSC asks each server that is bound whether it is there, takes leave of it, or cuts the connection.',
  schema: z.enum(centreActs),
  async play(stage, act) {
    await stage.haveCentre(act)
    return done
  },
})
