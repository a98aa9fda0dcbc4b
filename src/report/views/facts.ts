import type { RunReport } from '../../run/report-model.ts'
import { formatDuration } from './duration.ts'
import { count } from './layout.ts'
import { excerpt } from './printable.ts'
import { playedCases } from './verdict-line.ts'

const profilesToldMax = 6

/** What was run on what, as label and value; enough to run it again and to tell two runs apart. */
export function factsOf(report: RunReport): readonly (readonly [label: string, value: string])[] {
  const { target, tool, cases } = report
  const hosts = target.hosts.join(', ')
  const where = target.embedded ? 'embedded reference server' : `${target.name} (${hosts})`
  const profiles = [...new Set(cases.map(({ profile }) => profile))]
  const scenarios = new Set(cases.map(({ scenario }) => scenario)).size
  const unplayed = cases.length - playedCases(report)
  const more =
    profiles.length > profilesToldMax ? `, ${profiles.length - profilesToldMax} more` : ''
  return [
    ['Tool', `${tool.name} ${tool.version}`],
    ['Target', excerpt(where, 200)],
    ['Profiles', `${profiles.slice(0, profilesToldMax).join(', ')}${more}`],
    [
      'Cases',
      `${count(playedCases(report), 'case')} of ${count(scenarios, 'scenario')} played` +
        (unplayed === 0 ? '' : `, ${unplayed} not`),
    ],
    ...stopFacts(report),
    ['Seed', `${report.seed}, ${report.clock} clock from ${report.startsAt}`],
    ['Trace hash', report.traceHash],
    [
      'Time',
      `${formatDuration(report.measured.ms)} real, ${formatDuration(report.virtualMs)} virtual`,
    ],
  ]
}

/** Where a run could not be reached at all, its verdict says why. */
function stopFacts({ stopped }: RunReport): readonly (readonly [string, string])[] {
  return stopped === undefined || stopped.why === 'unreachable'
    ? []
    : [['Stopped', `before all was played: ${excerpt(stopped.detail, 200)}`]]
}
