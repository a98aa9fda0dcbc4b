import { defineQuirk } from '../behaviour.ts'
import { withProfileFields } from '../headers.ts'

export default defineQuirk({
  title: 'Writes the URL of its UAProf document without the quotes that belong to it.',
  source:
    'WAP-248 UAProf, W-HTTP transport: the URL stands in quotes; that some leave them out is assumed',
  apply: (base) => ({
    ...base,
    requestStyle: withProfileFields(base, ([name, value]) => [[name, value.replaceAll('"', '')]]),
  }),
})
