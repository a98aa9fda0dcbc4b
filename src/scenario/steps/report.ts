import { z } from 'zod'
import type { TraceEvent } from '../../trace/events.ts'
import { lastDescriptor } from '../last.ts'
import { defineStep, done, stepFailed } from '../step.ts'

export default defineStep({
  title:
    'The phone posts a status report to a notify URL of the last descriptor, or of the last download descriptor.',
  schema: z.strictObject({
    code: z.int().min(100).max(999),
    to: z.enum(['install', 'delete', 'download']).prefault('install'),
  }),
  play({ handset, events }, { code, to: kind }) {
    const url = notifyUrlOf(events, kind)
    const { storage, behaviour } = handset.phone
    if (url === undefined || !behaviour.sendsReportTo(url)) {
      return stepFailed(`the last descriptor has no usable ${notifyNames[kind]}`)
    }
    const id = `report.${storage.read().lastId + 1}`
    const report = { id, kind, url, code, attempts: 0, suiteId: undefined } as const
    storage.commit({ kind: 'report queued', report })
    const trigger = kind === 'delete' ? 'install begins' : 'report queued'
    handset.send({ type: 'reports.wanted', trigger: { kind: trigger } })
    return done
  },
})

type Kind = 'install' | 'delete' | 'download'

const notifyNames: Readonly<Record<Kind, string>> = {
  install: 'MIDlet-Install-Notify',
  delete: 'MIDlet-Delete-Notify',
  download: 'installNotifyURI',
}

function notifyUrlOf(events: readonly TraceEvent[], kind: Kind): string | undefined {
  if (kind === 'download') {
    return events.findLast((event) => event.type === 'download.described')?.installNotify
  }
  const descriptor = lastDescriptor(events)
  return kind === 'install' ? descriptor?.installNotify : descriptor?.deleteNotify
}
