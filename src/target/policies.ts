/** What the server under test does as its operator likes, as the target file says. */
import { z } from 'zod'
import { otherPlatformPolicies, ticketUsePolicies } from '../trace/policies.ts'
import type { Policies } from '../trace/policies.ts'

export const policiesSchema = z.strictObject({
  'other-platform': z
    .enum(otherPlatformPolicies)
    .optional()
    .describe(
      'What a phone gets that opens a link which was made for another platform (`client-for-…`): the package of the link all the same, or a refusal that its user can read.',
    ),
  'ticket-uses': z
    .enum(ticketUsePolicies)
    .optional()
    .describe(
      'How often the package can be had of a link that was made for one phone: as often as it is asked for until the end of the link, or once. What was not delivered whole is no use.',
    ),
})

export function readPolicies({
  'other-platform': otherPlatform,
  'ticket-uses': ticketUses,
}: z.output<typeof policiesSchema>): Policies {
  return {
    ...(otherPlatform === undefined ? {} : { otherPlatform }),
    ...(ticketUses === undefined ? {} : { ticketUses }),
  }
}

/** What each line decides, by its name. */
export const policyTitles: ReadonlyMap<string, string> = new Map(
  Object.entries(policiesSchema.shape).map(([name, { description }]) => [name, description ?? '']),
)
