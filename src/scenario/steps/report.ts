import { z } from 'zod'
import { lastDescriptor } from '../last.ts'
import { defineStep, done, stepFailed } from '../step.ts'

export default defineStep({
  title: 'The phone posts a status report to a notify URL of the last descriptor.',
  schema: z.strictObject({
    code: z.int().min(100).max(999),
    to: z.enum(['install', 'delete']).prefault('install'),
  }),
  play({ handset, events }, { code, to: kind }) {
    const descriptor = lastDescriptor(events)
    const url = kind === 'install' ? descriptor?.installNotify : descriptor?.deleteNotify
    const { storage, behaviour } = handset.phone
    if (url === undefined || !behaviour.sendsReportTo(url)) {
      return stepFailed(
        `the last descriptor has no usable MIDlet-${kind === 'install' ? 'Install' : 'Delete'}-Notify`,
      )
    }
    const id = `report.${storage.read().lastId + 1}`
    const report = { id, kind, url, code, attempts: 0, suiteId: undefined } as const
    storage.commit({ kind: 'report queued', report })
    const trigger = kind === 'install' ? 'report queued' : 'install begins'
    handset.send({ type: 'reports.wanted', trigger: { kind: trigger } })
    return done
  },
})
