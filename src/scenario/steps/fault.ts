import { z } from 'zod'
import type { Act } from '../../handset/interference.ts'
import { answerNames, answerWords } from '../faults.table.ts'
import type { AnswerWord } from '../faults.table.ts'
import { deeds, networkActs } from '../network-acts.ts'
import { defineStep, done, stepFailed } from '../step.ts'
import type { Stage } from '../stage.ts'
import { duration, nth, place, purpose } from '../words.ts'

const common = { on: purpose, nth }

export default defineStep({
  title:
    'What the operator network does to exchanges of a purpose, to segments, or to a server that binds, submits or posts, counted from now.',
  schema: z.union([
    z.strictObject({
      ...common,
      do: z.enum(answerNames),
      to: z
        .string()
        .optional()
        .describe('For http-302 and http-305: name of the link it redirects to.'),
    }),
    z.strictObject({ ...common, do: z.enum(['lose-request', 'lose-response']) }),
    z.strictObject({ ...common, do: z.literal('delay'), for: duration }),
    z.strictObject({
      ...common,
      do: z.literal('slow'),
      bytesPerSecond: z
        .int()
        .min(100)
        .max(10_000_000)
        .describe(
          'Octets a second; up to five times as many where the transfer would take longer than 450 s.',
        ),
    }),
    z.strictObject({ ...common, do: z.literal('lose-coverage'), at: place }),
    z.strictObject({ on: z.enum(deeds), nth, do: z.enum(networkActs) }),
    z.strictObject({ on: z.literal('segment'), nth, do: z.enum(['lose', 'double']) }),
    z.strictObject({ on: z.literal('segment'), nth, do: z.literal('delay'), for: duration }),
  ]),
  links: (fault) => ('to' in fault && fault.to !== undefined ? [fault.to] : []),
  play(stage, fault) {
    switch (fault.on) {
      case 'segment': {
        const act = fault.do === 'delay' ? { kind: fault.do, ms: fault.for } : { kind: fault.do }
        stage.handset.disturb({ ...fault.nth, act })
        return done
      }
      case 'bind':
      case 'submit':
      case 'post':
        stage.disturbNetwork({ on: fault.on, ...fault.nth, act: fault.do })
        return done
      default: {
        const act = actOf(stage, fault)
        if (act === undefined) return stepFailed('the link to redirect to is not known')
        stage.handset.interfere({ on: fault.on, ...fault.nth, act })
        return done
      }
    }
  },
})

type Fault =
  | { readonly do: AnswerWord; readonly to?: string | undefined }
  | { readonly do: 'lose-request' | 'lose-response' }
  | { readonly do: 'delay'; readonly for: number }
  | { readonly do: 'slow'; readonly bytesPerSecond: number }
  | { readonly do: 'lose-coverage'; readonly at: 'first' | 'middle' | 'last' | number }

function actOf(stage: Stage, fault: Fault): Act | undefined {
  switch (fault.do) {
    case 'lose-request':
      return { kind: 'lose request' }
    case 'lose-response':
      return { kind: 'lose response' }
    case 'delay':
      return { kind: 'delay', ms: fault.for }
    case 'slow':
      return { kind: 'slow', bytesPerSecond: fault.bytesPerSecond }
    case 'lose-coverage':
      return { kind: 'cut', by: 'coverage', at: fault.at }
    case 'http-302':
    case 'http-305': {
      const location = stage.links.get(fault.to ?? 'demo')
      if (location === undefined) return undefined
      return {
        kind: 'answer',
        status: answerWords[fault.do].status,
        headers: [['Location', location]],
        body: new Uint8Array(0),
      }
    }
    default:
      return { kind: 'answer', ...answerWords[fault.do], body: new Uint8Array(0) }
  }
}
