import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['update/version-raised'],
  title: 'offers an older build as the update',
  suite: (spec) => ({ ...spec, version: spec.version === '1.1.0' ? '0.9.9' : spec.version }),
})
