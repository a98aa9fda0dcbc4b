import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Ignores service loading.',
  source:
    'NowSMS FAQ on WAP push: many phones of 2003 to 2008; Forum Nokia: Series 30 takes service indications only',
  apply: (base) => ({ ...base, push: { ...base.push, serviceLoading: () => 'ignores' } }),
})
