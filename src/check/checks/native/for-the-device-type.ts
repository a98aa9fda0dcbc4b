import { defineCheck, fail, pass } from '../../check.ts'
import { chosenCabinets, isSmartphone, platformOf } from '../../native-links.ts'

export default defineCheck({
  row: 'N13',
  level: 'must',
  clause: 'NATIVE-SETUP-DOCUMENT',
  title: 'A cabinet is for the kind of device that gets it',
  applies: (context) => chosenCabinets(context).length > 0,
  absent: 'no cabinet was sent to a phone of Windows Mobile',
  *judge(context) {
    const platform = platformOf(context.facts)
    for (const { seq, cab } of chosenCabinets(context)) {
      const isUnsupported = cab.unsupportedPlatforms.some(
        (name) => name.toLowerCase() === platform.toLowerCase(),
      )
      if (isSmartphone(context.facts) && cab.setup === undefined) {
        yield fail({ seq }, { actual: 'a cabinet without _setup.xml', expected: 'one with it' })
      } else if (isUnsupported) {
        const actual = `a cabinet that lists ${platform} as unsupported`
        yield fail({ seq }, { actual, expected: `one for ${platform}` })
      } else yield pass({ seq }, `a cabinet for ${platform}`)
    }
  },
  explain: `A Smartphone cannot read the .000 file and installs nothing without _setup.xml; a package for the other kind of device brings a warning, and what was made for a touch screen cannot be used without one. User-Agents of Windows Mobile 6 do not say which kind a device is: UA-OS and the UAProf document do.`,
})
