/** What a person sees of a running network: on stdout what came of messages, on stderr what servers and phones do on the way. */
import type { NetworkFact } from '../../network/network-log.ts'
import { linesOf } from '../../report/views/message-lines.ts'
import { printable } from '../../report/views/printable.ts'
import { tellMessages } from '../../run/tell-messages.ts'
import type { TraceEvent } from '../../trace/events.ts'
import { tellEvent } from '../phone/tell-event.ts'
import type { Terminal } from '../terminal.ts'
import type { Absence, Visit } from './attached-phone.ts'

export interface Teller {
  readonly tellFact: (fact: NetworkFact) => void
  readonly tellAbsence: (number: string, why: Absence) => void
  readonly hearEvent: (number: string, event: TraceEvent, codeOf: CodeOf) => void
  readonly tellVisit: (visit: Visit) => void
  readonly tellError: (error: unknown) => void
}

type CodeOf = (reportId: string) => number | undefined

const absences: Readonly<Record<Absence, string>> = {
  off: 'is off',
  uncovered: 'has no coverage',
  'in use': 'is in the hand of another process',
}

export function createTeller(terminal: Terminal): Teller {
  const time = () => new Date().toISOString().slice(11, 23)
  const err = (text: string) => terminal.err(`${time()} ${text}\n`)
  /** What phones show while messages come is told behind the messages. */
  const shown = new Map<string, string[]>()
  return {
    tellFact({ teller, what, peer, messageId, detail }) {
      const who = peer === undefined ? '' : ` ${printable(peer)}`
      const message = messageId === undefined ? '' : `message ${messageId} `
      err(`${teller}${who} ${what}: ${message}${printable(detail)}`)
    },
    tellAbsence(number, why) {
      err(`phone ${number} ${absences[why]}: its messages wait`)
    },
    hearEvent(number, event, codeOf) {
      // It is told with its message.
      if (event.type === 'push.discarded') return
      const told = tellEvent(event, codeOf)
      if (told.err !== undefined) err(`phone ${number} ${told.err}`)
      if (told.out !== undefined) shown.set(number, [...(shown.get(number) ?? []), told.out])
    },
    tellVisit({ number, trace, fault }) {
      for (const message of tellMessages(trace)) {
        const [first = '', ...lines] = linesOf(message)
        terminal.out(`${time()} ${first}\n`)
        for (const line of lines) terminal.out(`  ${line}\n`)
      }
      for (const line of shown.get(number) ?? []) terminal.out(`  ${line}\n`)
      shown.delete(number)
      if (fault === undefined) return
      err(`phone ${number} error: ${printable(fault.message)} [${fault.code}]`)
    },
    tellError(error) {
      err(`error: ${printable(error instanceof Error ? error.message : String(error))}`)
    },
  }
}
