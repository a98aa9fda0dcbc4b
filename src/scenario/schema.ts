import { z } from 'zod'
import { protectionDomains } from '../handset/trust.ts'
import { processor, untrusted } from '../profile/native-facts.ts'
import { nativeEnds } from '../trace/native-ends.table.ts'
import { otherPlatformPolicies, ticketUsePolicies } from '../trace/policies.ts'
import type { Step } from './step.ts'
import { storedState } from './stored-state.ts'

const tags = z.enum(['probe'])

/** What the target has to have, beside links and verbs. */
const needs = z.array(
  z.enum([
    'credentials',
    'clock',
    'install-notify',
    'delete-notify',
    'next-page',
    'ticket',
    'first-contact',
    'uaprof',
    'browser',
    'https',
  ]),
)

/** A server of which the target file says otherwise is not played against; the one that is built in does so. */
const policies = z.strictObject({
  'other-platform': z
    .enum(otherPlatformPolicies)
    .optional()
    .describe('What the target does where a phone of another platform opens a link.'),
  'ticket-uses': z
    .enum(ticketUsePolicies)
    .optional()
    .describe('How often the target gives out the package of a link for one phone.'),
})

const ending = z.strictObject({
  outcome: z
    .enum(['installed', 'refused', 'cancelled', 'dead-end'])
    .optional()
    .describe('How the last installation of the scenario ends.'),
  report: z.int().min(100).max(999).optional().describe('Code of the last install report sent.'),
  native: z
    .enum(nativeEnds)
    .optional()
    .describe('How a phone that sends no reports tells its user that it ended.'),
  domain: z
    .enum(protectionDomains)
    .optional()
    .describe('Protection domain of the signed suite installed last.'),
})

const phone = z.strictObject({
  date: z.iso
    .datetime()
    .optional()
    .describe('What its calendar shows at the start; none: the instant of the run.'),
  freeBytes: z.int().nonnegative().optional().describe('Free flash at the start.'),
  has: z
    .array(z.string())
    .optional()
    .describe(
      'Values of MicroEdition-Profile and other traits of a phone without which it is not played.',
    ),
  untrusted: untrusted
    .optional()
    .describe(
      'What it does with packages of nobody whom it knows, as the user or the operator has set it; none: as its profile says.',
    ),
  processor: processor
    .optional()
    .describe('What a device of Windows Mobile says its processor is; none: as its profile.'),
  wapAccessPoint: z
    .enum(['walled', 'open'])
    .optional()
    .describe('Whether the WAP access point leads to the target; none: it does not.'),
})

/** The schema of a scenario file over the verbs that exist. */
export function scenarioSchemaOf(steps: ReadonlyMap<string, Step>) {
  const verbs = Object.fromEntries(
    [...steps].map(([verb, step]) => [verb, step.schema.optional().describe(step.title)]),
  )
  const step = z.strictObject(verbs).refine((one) => Object.keys(one).length === 1, {
    message: 'a step is a map with exactly one verb',
  })
  return z.strictObject({
    title: z.string().min(1).describe('One sentence that is true when the scenario succeeds.'),
    profiles: z
      .array(z.string())
      .min(1)
      .prefault(['midp/*'])
      .describe('Globs over profile ids, or over platform and id: symbian/*. None: midp/*.'),
    needs: needs.prefault([]),
    policies: policies
      .optional()
      .describe(
        'What the target does as its operator likes, without which the scenario leads elsewhere; where the target file says otherwise it is not played.',
      ),
    tags: z.array(tags).prefault([]),
    unless: z
      .array(z.string())
      .prefault([])
      .describe('Quirks, personalities and traits of phones on which it is not played.'),
    wears: z.array(z.string()).prefault([]).describe('Quirks the phone has from the beginning.'),
    phone: phone.prefault({}),
    from: storedState
      .optional()
      .describe('What the phone has in flash at the start; none: nothing.'),
    steps: z.array(step).min(1),
    expect: ending,
    differs: z
      .array(
        z.strictObject({
          by: z.string().describe('A quirk, a personality or a trait that the phone has.'),
          expect: ending,
        }),
      )
      .prefault([])
      .describe('How it ends on phones that do otherwise; the first that fits decides.'),
  })
}

export type ScenarioFile = z.output<ReturnType<typeof scenarioSchemaOf>>
