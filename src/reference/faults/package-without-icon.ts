import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['package/classes-present'],
  title: 'packs the suite without the icon that its MIDlet has',
  suite: (spec) => ({
    ...spec,
    entries: (entries) => entries.filter(({ path }) => !path.endsWith('.png')),
  }),
})
