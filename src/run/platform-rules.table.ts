/** What documents say of how platforms take what is sent to them, each with the links that show it and those that would not. */
import { wapWall } from '../handset/access-point.ts'
import type { AttemptReport, PhoneFamily } from './report-model.ts'

export interface PlatformRule {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly families: readonly PhoneFamily[]
  /** None: the link says nothing of it. */
  readonly judge: (attempt: AttemptReport) => 'shown' | 'broken' | undefined
}

const java = ['java'] as const
const symbian = ['symbian-8', 'symbian-9'] as const
const windowsMobile = ['pocket-pc', 'smartphone'] as const
const native = [...symbian, 'pocket-pc-2003', ...windowsMobile] as const

const isWapPush = ({ by }: AttemptReport) => by === 'si' || by === 'sl'
const isUntaken = ({ rule }: AttemptReport) => rule === 'no-wap-push'

export const platformRules: readonly PlatformRule[] = [
  {
    id: 'java-wap-push',
    title: 'A Java phone installs from the link of a WAP push',
    source: 'DME server manual, page 5274',
    families: java,
    judge: (attempt) => {
      if (!isWapPush(attempt)) return undefined
      if (isUntaken(attempt)) return 'broken'
      return attempt.outcome === 'installed' ? 'shown' : undefined
    },
  },
  {
    id: 'java-text',
    title: 'A Java phone begins no installation with the link of a text',
    source: 'DME server manual, page 5274',
    families: java,
    judge: ({ by, rule }) => {
      if (by !== 'text') return undefined
      if (rule === 'link-in-text') return 'shown'
      return rule === undefined ? 'broken' : undefined
    },
  },
  {
    id: 'symbian-text',
    title: 'A Symbian phone installs from the link of a text',
    source: 'DME server manual, page 5274',
    families: symbian,
    judge: judgeText,
  },
  {
    id: 'symbian-wap-access-point',
    title: 'A Symbian phone opens a WAP push by its WAP access point, which ends there',
    source: 'DME server manual, page 5274',
    families: symbian,
    judge: (attempt) => (attempt.reason === wapWall && isWapPush(attempt) ? 'shown' : undefined),
  },
  {
    id: 'symbian-wap-push',
    title: 'A Symbian phone installs from a WAP push where its access point leads out',
    source: 'DME server manual, page 5274',
    families: symbian,
    judge: (attempt) => {
      if (!isWapPush(attempt)) return undefined
      if (isUntaken(attempt)) return 'broken'
      return attempt.outcome === 'installed' ? 'shown' : undefined
    },
  },
  {
    id: 'windows-mobile-text',
    title: 'Windows Mobile installs from the link of a text',
    source: 'DME server manual, page 5274',
    families: ['pocket-pc-2003', ...windowsMobile],
    judge: judgeText,
  },
  {
    id: 'pocket-pc-2003-wap-push',
    title: 'Pocket PC 2003 takes no WAP push',
    source: 'MSDN ms844865',
    families: ['pocket-pc-2003'],
    judge: (attempt) => {
      if (!isWapPush(attempt)) return undefined
      return isUntaken(attempt) ? 'shown' : 'broken'
    },
  },
  {
    id: 'windows-mobile-drops',
    title: 'Windows Mobile drops a WAP push silently if it does not trust the gateway',
    source: 'MSDN aa457898, bb446158',
    families: windowsMobile,
    judge: (attempt) => (isUntaken(attempt) ? 'shown' : undefined),
  },
  {
    id: 'windows-mobile-takes',
    title: 'Windows Mobile installs from a WAP push if its UAProf document lists SI',
    source: 'Push-Accept of the UAProf documents that the profiles name',
    families: windowsMobile,
    judge: (attempt) =>
      isWapPush(attempt) && attempt.outcome === 'installed' ? 'shown' : undefined,
  },
  {
    id: 'native-unreported',
    title: 'A native installation is reported by no phone: the server waits for first contact',
    source: 'DME server manual, page 5912',
    families: native,
    judge: ({ outcome, report }) => {
      if (report !== undefined) return 'broken'
      return outcome === 'installed' ? 'shown' : undefined
    },
  },
]

function judgeText({ by, outcome, rule }: AttemptReport): 'shown' | 'broken' | undefined {
  if (by !== 'text') return undefined
  if (rule === 'link-in-text') return 'broken'
  return outcome === 'installed' ? 'shown' : undefined
}
