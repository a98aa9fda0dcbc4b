import { z } from 'zod'
import { defineStep, done, stepFailed } from '../step.ts'

export default defineStep({
  title: 'The user has the download go on that broke off last.',
  schema: z.literal('last'),
  async play(stage) {
    if (!(await stage.rest())) return stepFailed('the phone does not finish what it does')
    const download = stage.flash().brokenDownloads.at(-1)
    if (download === undefined) return stepFailed('the phone keeps no download that broke off')
    stage.handset.send({ type: 'download.wanted', url: download.url })
    return done
  },
})
