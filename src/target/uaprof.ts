/** What phones say to a target of their UAProf documents, which it may fetch. */
import { z } from 'zod'
import type { Target } from './target.ts'

export const uaprofSchema = z.strictObject({
  announce: z
    .enum(['served', 'original', 'withheld'])
    .optional()
    .describe(
      '`served`: a URL on 127.0.0.1 where a run has the document; `original`: that of its maker, who is on the internet; `withheld`: no document. None: `served` where all hosts of the target are on loopback, `withheld` elsewhere, so that no server asks anybody on the internet because of a test.',
    ),
  port: z
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe(
      'Where documents are served; none: 8619, or any where that is taken. With `original`, what listens there is a proxy that has the documents.',
    ),
})

export type TargetUaprof = z.output<typeof uaprofSchema>

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/

export function announcementOf({
  uaprof,
  hosts,
}: Pick<Target, 'uaprof' | 'hosts'>): 'served' | 'original' | 'withheld' {
  if (uaprof?.announce !== undefined) return uaprof.announce
  return hosts.every((host) => loopback.test(host)) ? 'served' : 'withheld'
}
