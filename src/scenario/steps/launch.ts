import { z } from 'zod'
import { defineStep, done, stepFailed } from '../step.ts'

export default defineStep({
  title: 'The user starts a MIDlet of the suite installed last.',
  schema: z.literal('last'),
  play({ handset }) {
    const suite = handset.phone.storage.read().suites.at(-1)
    if (suite === undefined) return stepFailed('no suite is installed')
    handset.send({ type: 'suite.chosen', suite, for: 'launch' })
    return done
  },
})
