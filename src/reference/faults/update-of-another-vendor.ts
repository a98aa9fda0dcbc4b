import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['update/same-identity'],
  title: 'writes the vendor of an update in another way',
  suite: (spec) => ({
    ...spec,
    vendor: spec.version === '1.1.0' ? spec.vendor.toUpperCase() : spec.vendor,
  }),
})
