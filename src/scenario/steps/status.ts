import { z } from 'zod'
import { defineStep, done, stepFailed } from '../step.ts'

const schema = z.strictObject({
  app: z.string().prefault('client').describe('Name of the link whose installation is meant.'),
})

export default defineStep({
  title: 'The server is asked what it shows of an installation, where it can be asked.',
  schema,
  links: ({ app }) => [app],
  async play(stage, { app }) {
    if (!(await stage.rest())) return stepFailed('the phone does not finish what it does')
    await stage.readStatus(app)
    return done
  },
})
