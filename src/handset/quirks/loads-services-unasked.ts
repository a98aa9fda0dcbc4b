import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Loads what a service loading points to without asking.',
  source: 'Sony Ericsson Z300 and P800 user guides, push messages',
  apply: (base) => ({ ...base, push: { ...base.push, serviceLoading: () => 'loads' } }),
})
