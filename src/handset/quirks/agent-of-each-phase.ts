import { defineQuirk } from '../behaviour.ts'
import { withHeader } from '../headers.ts'

export default defineQuirk({
  title: 'Names the phase in its User-Agent: TB for the descriptor, TD for the package.',
  source: 'WURFL, device portalmmm_ver2_subl342i (LG L342i, i-mode in Europe)',
  apply: (base) => ({
    ...base,
    requestStyle: (purpose, profile) => {
      const style = base.requestStyle(purpose, profile)
      const phase = purpose === 'descriptor' ? 'c10;TB' : 'c30;TD'
      const agent = `portalmmm/2.0 LG342i(${phase})`
      return { ...style, headers: withHeader(style.headers, ['User-Agent', agent]) }
    },
  }),
})
