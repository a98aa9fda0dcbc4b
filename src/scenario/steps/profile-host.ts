import { z } from 'zod'
import { profileHostActs } from '../network-acts.ts'
import { defineStep, done } from '../step.ts'

export default defineStep({
  title: 'The host of UAProf documents does so to every server that asks for that of the phone.',
  schema: z
    .enum(profileHostActs)
    .describe(
      '`serve`: gives it the document; `hang`: says nothing; `cut`: ends the connection; `missing`: 404; `garble`: a page in its place; `flood`: 4 MiB of blanks.',
    ),
  play(stage, act) {
    stage.haveProfileHost(act)
    return done
  },
})
