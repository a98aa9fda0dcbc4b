import { defineQuirk } from '../behaviour.ts'
import { withProfileFields } from '../headers.ts'

export default defineQuirk({
  title: 'Names its UAProf document in a field of the HTTP extension framework.',
  source: 'CC/PP exchange protocol over RFC 2774: Opt, and Profile with the number that it gives',
  apply: (base) => ({
    ...base,
    requestStyle: withProfileFields(base, ([, url]) => [
      ['Opt', '"http://www.w3.org/1999/06/24-CCPPexchange"; ns=19'],
      ['19-Profile', url],
    ]),
  }),
})
