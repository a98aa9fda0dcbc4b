import { z } from 'zod'
import { defineStep, done } from '../step.ts'

export default defineStep({
  title: 'From now on the phone has these quirks, and only these, on top of those of its profile.',
  schema: z.array(z.string()),
  quirks: (ids) => ids,
  play(stage, ids) {
    stage.wear(ids)
    return done
  },
})
