import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/short-names'],
  title: 'gives the suite a name longer than old handsets keep',
  suite: (spec) => ({ ...spec, name: `${spec.name} of installing over the air, complete` }),
})
