import type { Refusal } from '../behaviour.ts'
import { defineQuirk } from '../behaviour.ts'

const refusal: Refusal = { code: undefined, reason: 'this version is installed already' }

export default defineQuirk({
  title: 'Takes a suite that it has only in a higher version, and reports nothing of others.',
  source:
    'Motorola C381p developer guide, page 81; Motorola T720 guide, page 34; the code is not documented',
  apply: (base) => ({
    ...base,
    decideUpdate: (question) => {
      const answer = base.decideUpdate(question)
      return answer.kind === 'update' && answer.comparison !== 'newer'
        ? { kind: 'refuse', refusal }
        : answer
    },
  }),
})
