import { defineCheck, fail, pass } from '../../check.ts'
import { chosenCabinets } from '../../native-links.ts'

/** Machines of native programs that ARM devices run (Microsoft PE and COFF Specification). */
const armMachines: ReadonlySet<number> = new Set([0x1c0, 0x1c2])

/** Processors that call themselves ARM in one way or another. */
const armProcessors: ReadonlySet<number> = new Set([1824, 2080, 2336, 2577, 70_001])

function isLater(
  one: string,
  { major, minor }: { readonly major: number; readonly minor: number },
) {
  const [ownMajor = 0, ownMinor = 0] = one.split('.').map(Number)
  return major > ownMajor || (major === ownMajor && minor > ownMinor)
}

export default defineCheck({
  row: 'N14',
  level: 'must',
  clause: 'NATIVE-PROCESSOR',
  title: 'A cabinet fits processor and system of the device',
  applies: (context) => chosenCabinets(context).length > 0,
  absent: 'no cabinet was sent to a phone of Windows Mobile',
  *judge(context) {
    const { processor = 0, osVersion = '' } = context.facts.profile.windowsMobile ?? {}
    for (const { seq, cab } of chosenCabinets(context)) {
      const { architecture, versionMin } = cab
      const foreign = armProcessors.has(processor)
        ? cab.nativeMembers.find(({ machine }) => !armMachines.has(machine))
        : undefined
      if (architecture !== 0 && architecture !== processor) {
        yield fail({ seq }, { actual: `processor ${architecture}`, expected: `0 or ${processor}` })
      } else if (versionMin !== undefined && isLater(osVersion, versionMin)) {
        const actual = `Windows CE from ${versionMin.major}.${versionMin.minor} on`
        yield fail({ seq }, { actual, expected: `at most ${osVersion}` })
      } else if (foreign !== undefined) {
        const machine = `0x${foreign.machine.toString(16)}`
        const actual = `${foreign.member} for machine ${machine}`
        yield fail({ seq }, { actual, expected: 'programs for ARM, whatever the processor says' })
      } else yield pass({ seq }, `processor ${architecture}`)
    }
  },
  explain: `A package for another processor or a later system is refused with a note about the type of device. Processor 0 does not make a package portable: packages that differ in nothing but the machine of their programs all say 0, and the wrong one installs and then does not start.`,
})
