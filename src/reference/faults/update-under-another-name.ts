import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['update/same-identity'],
  title: 'puts the version of an update into its name',
  suite: (spec) => ({
    ...spec,
    name: spec.version === '1.1.0' ? `${spec.name} 1.1` : spec.name,
  }),
})
