import { z } from 'zod'
import { defineStep, done, stepFailed } from '../step.ts'

const schema = z.strictObject({
  app: z.string().prefault('demo').describe('Name of the link of the target.'),
})

export default defineStep({
  title: 'The target publishes: from now on its link leads to a newer version.',
  schema,
  links: ({ app }) => [app],
  verbs: ['publish'],
  async play(stage, { app }) {
    const outcome = await stage.publish(app)
    return outcome.kind === 'published' ? done : stepFailed(outcome.reason)
  },
})
