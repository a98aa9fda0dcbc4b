import { defineQuirk } from '../behaviour.ts'
import { withAgent } from '../headers.ts'

export default defineQuirk({
  title: 'Is another model: the same user opens the link again on a second phone.',
  source:
    'User-Agent of the Nokia 6131 seen in the field, J2ME Polish device database (github.com/Enough-Software/j2mepolish at df1459e), devices.xml line 10109',
  apply: (base) => ({
    ...base,
    requestStyle: withAgent(
      base,
      () => 'Nokia6131/2.0 (03.70) Profile/MIDP-2.0 Configuration/CLDC-1.1',
    ),
  }),
})
