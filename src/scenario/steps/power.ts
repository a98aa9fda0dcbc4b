import { z } from 'zod'
import { defineStep, done } from '../step.ts'

export default defineStep({
  title: 'The battery is taken out or put in; only what is in flash survives.',
  schema: z.enum(['off', 'on']),
  play({ handset }, state) {
    if (state === 'on') handset.powerOn()
    else handset.powerOff()
    return done
  },
})
