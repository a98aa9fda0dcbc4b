import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Takes no WAP push: its user has switched the service inbox off.',
  source: 'Nokia Series 40, settings of the service inbox: on or off',
  apply: (base) => ({ ...base, push: { ...base.push, takesWapPush: () => false } }),
})
