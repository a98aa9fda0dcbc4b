import { defineQuirk } from '../behaviour.ts'
import { withAgent } from '../headers.ts'

const downloader = 'S55/05 Profile/MIDP-1.0 Configuration/CLDC-1.0'

export default defineQuirk({
  title: 'The Java downloader names itself otherwise than the browser.',
  source:
    'WURFL, devices sie_s55_ver1_sub05cldc and c55_ver1_subj2me: User-Agent of the Java downloader',
  apply: (base) => ({
    ...base,
    requestStyle: withAgent(base, (purpose) => (purpose === 'descriptor' ? undefined : downloader)),
  }),
})
