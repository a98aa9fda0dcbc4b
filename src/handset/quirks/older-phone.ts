import { defineQuirk } from '../behaviour.ts'
import { withAgent } from '../headers.ts'

export default defineQuirk({
  title:
    'Is an older model, of MIDP 1.0: the same user opens the link again on the phone of before.',
  source: 'User-Agent of the Nokia 6610 in a published list of agents seen by web sites',
  apply: (base) => ({
    ...base,
    requestStyle: withAgent(
      base,
      () => 'Nokia6610/1.0 (3.09) Profile/MIDP-1.0 Configuration/CLDC-1.0',
    ),
  }),
})
