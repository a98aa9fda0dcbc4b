/** What a target can be asked to do, and what became of it. */
export const verbNames = ['push', 'cancel', 'publish', 'reset', 'clock', 'logs', 'status'] as const
export type VerbName = (typeof verbNames)[number]

/** What each verb is for, as editors and the doctor show it. */
export const verbTitles = {
  push: 'The server pushes a link to a number. Asked by scenarios where network.ports says where it sends to; else the operator network sends what the server would have sent.',
  cancel:
    'The server cancels an order of a link that it made for one phone. Asked by scenarios that see whether the link is dead at once.',
  publish:
    'The server offers a newer version under its links. Asked by scenarios of updates that come by the same link.',
  reset: 'The server forgets what earlier cases did; asked before each case.',
  clock:
    'The clock of the server moves forward with that of the phone, so that what happens weeks later can be judged.',
  logs: 'The last lines of the log of the server; kept in the trace of each case, shown with findings.',
  status:
    'What the server shows of the installation of a client that no phone reports: waiting, downloaded, installed.',
} as const satisfies Readonly<Record<VerbName, string>>

/** What may be filled in: a closed list for each verb, and for what a client says first. */
export const placeholders = {
  push: ['handset.msisdn', 'app', 'link', 'bearer', 'what', 'kind', 'ticket'],
  cancel: ['app', 'link', 'handset.msisdn', 'ticket.link'],
  publish: ['app', 'link'],
  reset: [],
  clock: ['ms', 'seconds', 'instant'],
  logs: ['lines'],
  status: ['app', 'link', 'handset.msisdn'],
  'first-contact': [
    'client.version',
    'client.name',
    'client.vendor',
    'handset.msisdn',
    'handset.name',
  ],
} as const satisfies Readonly<Record<VerbName | 'first-contact', readonly string[]>>

export type VerbValues = Readonly<Record<string, string>>

export type VerbFailureCause =
  /** It was never heard: no connection, no such program, nobody there. */
  | 'unreachable'
  /** It is not asked what is meant for another: it could not prove over https who it is. */
  | 'untrusted'
  /** It was heard and said no. */
  | 'refused'
  /** What came back was none of the format. */
  | 'malformed'
  | 'timeout'
  | 'limit'
  /** It failed several times in a row and is not asked any more. */
  | 'given-up'

export type VerbOutcome =
  | { readonly kind: 'done'; readonly detail: string; readonly output: string }
  | {
      readonly kind: 'failed'
      readonly cause: VerbFailureCause
      readonly detail: string
      readonly hint?: string
    }
