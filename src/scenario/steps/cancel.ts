import { z } from 'zod'
import { defineStep, done } from '../step.ts'
import { place } from '../words.ts'

export default defineStep({
  title: 'The user stops the phone: during the next transfer, or at the question that stands.',
  schema: z.union([
    z.strictObject({ during: z.enum(['descriptor', 'package', 'object']), at: place }),
    z.strictObject({ now: z.literal(true) }),
  ]),
  play(stage, options) {
    if ('now' in options) {
      stage.handset.send({ type: 'user.cancelled' })
      return done
    }
    const { during: on, at } = options
    stage.handset.interfere({ on, from: 1, to: 1, act: { kind: 'cut', by: 'user', at } })
    return done
  },
})
