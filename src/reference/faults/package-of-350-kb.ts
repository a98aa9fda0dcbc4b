import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['package/fits-small-devices'],
  title: 'offers a package that small phones have no room for',
  suite: (spec) => ({ ...spec, paddingBytes: 350_000 }),
})
