import { defineQuirk } from '../behaviour.ts'
import { withProfileFields } from '../headers.ts'

const difference =
  '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:prf="http://www.openmobilealliance.org/tech/profiles/UAPROF/ccppschema-20021212#"><rdf:Description><prf:SoundOutputCapable>No</prf:SoundOutputCapable></rdf:Description></rdf:RDF>'

/** MD5 of the difference in Base64. */
const digest = 'RAHM2Cge9Dv71BNedfbbiA=='

export default defineQuirk({
  title: 'Says beside its UAProf document in what it is different, and names both in one list.',
  source: 'WAP-248 UAProf, W-HTTP transport: x-wap-profile with digests, x-wap-profile-diff',
  apply: (base) => ({
    ...base,
    requestStyle: withProfileFields(base, ([, url]) => [
      ['x-wap-profile', `"1-${digest}", ${url}`],
      ['x-wap-profile-diff', `1;${difference}`],
    ]),
  }),
})
