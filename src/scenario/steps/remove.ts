import { z } from 'zod'
import { defineStep, done, stepFailed } from '../step.ts'

export default defineStep({
  title: 'The user asks to remove the suite installed last; the phone asks back.',
  schema: z.literal('last'),
  async play(stage) {
    if (!(await stage.rest())) return stepFailed('the phone does not finish what it does')
    const { handset } = stage
    const suite = stage.flash().suites.at(-1)
    if (suite === undefined) return stepFailed('no suite is installed')
    handset.send({ type: 'suite.chosen', suite, for: 'removal' })
    return done
  },
})
