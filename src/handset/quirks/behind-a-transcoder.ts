import { defineQuirk } from '../behaviour.ts'
import { withHeader } from '../headers.ts'

export default defineQuirk({
  title:
    'Stands behind a transcoder that calls itself a desktop browser and moves the name of the phone elsewhere.',
  source: 'Header dump of a Nokia 6288 behind the Novarra proxy of Vodafone UK (2007 to 2009)',
  apply: (base) => ({
    ...base,
    requestStyle: (purpose, profile) => {
      const style = base.requestStyle(purpose, profile)
      const kept = style.headers.filter(([name]) => name.toLowerCase() !== 'x-wap-profile')
      const headers = withHeader(kept, ['User-Agent', 'Firefox/1.5 (Novarra-Vision/6.1)'])
      return { ...style, headers: [...headers, ['x-Device-User-Agent', profile.userAgent]] }
    },
  }),
})
