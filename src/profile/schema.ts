import { z } from 'zod'

const source = z.strictObject({
  confidence: z.enum(['documented', 'observed', 'assumed']),
  from: z
    .string()
    .min(1)
    .describe('Document and place where the fact stands, or why it is assumed.'),
})

/** What a header field can carry. */
const fieldText = z.string().regex(/^[ -~]+$/, 'printable ASCII')

/** A handset model as a data file. Names carry units; every fact has an entry of the same name under `sources`. */
export const profileSchema = z
  .strictObject({
    name: z.string().min(1),
    platform: z.enum(['midp']),
    personality: z.enum(['strict']).describe('Whose order of checks and whose habits.'),
    quirks: z.array(z.string()).default([]).describe('Documented deviations of this model.'),
    userAgent: fieldText,
    acceptLanguage: fieldText,
    uaprof: z.url().optional().describe('URL of the UAProf document the model announces.'),
    midpProfiles: z
      .array(z.string())
      .min(1)
      .describe('Values of MicroEdition-Profile it implements.'),
    configurations: z
      .array(z.string())
      .min(1)
      .describe('Values of MicroEdition-Configuration it implements.'),
    limits: z.strictObject({
      jarBytesMax: z.int().positive().optional().describe('Largest package in octets.'),
      storageBytes: z.int().positive().describe('Flash for suites and their records, in octets.'),
    }),
    screen: z.strictObject({ width: z.int().positive(), height: z.int().positive() }),
    radio: z.strictObject({
      latencyMs: z
        .int()
        .nonnegative()
        .describe('Round trip before the first octet, in milliseconds.'),
      bytesPerSecond: z.int().positive().describe('Octets a second, downlink.'),
    }),
    sources: z.record(z.string(), source),
  })
  .superRefine((profile, context) => {
    const facts = factNames(profile)
    for (const fact of facts) {
      if (profile.sources[fact] === undefined) {
        context.addIssue({ code: 'custom', path: ['sources'], message: `no source for ${fact}` })
      }
    }
    for (const name of Object.keys(profile.sources)) {
      if (!facts.includes(name)) {
        context.addIssue({
          code: 'custom',
          path: ['sources', name],
          message: `a source without a fact`,
        })
      }
    }
  })

const notFacts: ReadonlySet<string> = new Set([
  'name',
  'platform',
  'personality',
  'quirks',
  'sources',
])

function factNames(profile: object): readonly string[] {
  return Object.keys(profile).filter((name) => !notFacts.has(name))
}

export type ProfileFile = z.output<typeof profileSchema>
