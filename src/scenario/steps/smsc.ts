import { z } from 'zod'
import { centreActs } from '../network-acts.ts'
import { defineStep, done } from '../step.ts'

export default defineStep({
  title:
    'The SMSC asks whoever is bound whether it is there, takes leave, cuts the connection, or sends receipts unlike the usual ones.',
  schema: z.enum(centreActs),
  async play(stage, act) {
    await stage.haveCentre(act)
    return done
  },
})
