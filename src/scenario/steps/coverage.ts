import { z } from 'zod'
import { defineStep, done } from '../step.ts'

export default defineStep({
  title: 'The phone loses or regains its network.',
  schema: z.enum(['lost', 'regained']),
  play(stage, change) {
    stage.handset.setCoverage(change === 'regained')
    return done
  },
})
