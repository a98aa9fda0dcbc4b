import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['update/version-raised'],
  title: 'publishes updates without raising their version',
  suite: (spec) => ({ ...spec, version: spec.version === '1.1.0' ? '1.0.0' : spec.version }),
})
