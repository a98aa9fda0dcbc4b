import type { Refusal } from '../behaviour.ts'
import { defineQuirk } from '../behaviour.ts'

const refusal: Refusal = { code: undefined, reason: 'this version is installed already' }

export default defineQuirk({
  title: 'Takes a suite that it has not in the same version again, and reports nothing of it.',
  source: 'Nokia developer forum, thread 152590 (Nokia N80 and others); the code is not documented',
  apply: (base) => ({
    ...base,
    decideUpdate: (question) => {
      const answer = base.decideUpdate(question)
      return answer.kind === 'update' && answer.comparison === 'same'
        ? { kind: 'refuse', refusal }
        : answer
    },
  }),
})
