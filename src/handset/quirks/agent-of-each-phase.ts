import { defineQuirk } from '../behaviour.ts'
import { withAgent } from '../headers.ts'

export default defineQuirk({
  title: 'Names the phase in its User-Agent: TB for the descriptor, TD for the package.',
  source: 'WURFL, device portalmmm_ver2_subl342i (LG L342i, i-mode in Europe)',
  apply: (base) => ({
    ...base,
    requestStyle: withAgent(
      base,
      (purpose) => `portalmmm/2.0 LG342i(${purpose === 'descriptor' ? 'c10;TB' : 'c30;TD'})`,
    ),
  }),
})
