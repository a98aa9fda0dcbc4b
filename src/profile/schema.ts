import { z } from 'zod'
import { complainOfPlatform } from './platform-facts.ts'
import type { PersonalityNames } from './platform-facts.ts'
import { symbianFacts, windowsMobileFacts } from './native-facts.ts'
import { complainOfSources } from './sources.ts'

const source = z.strictObject({
  confidence: z.enum(['documented', 'observed', 'assumed']),
  from: z
    .string()
    .min(1)
    .describe('Document and place where the fact stands, or why it is assumed.'),
})

/** What a header field can carry. */
const fieldText = z.string().regex(/^[ -~]+$/, 'printable ASCII')

const api = z
  .string()
  .regex(/^(?:JSR-\d{1,3}|[a-z]\w*(?:\.\w+)+)$/, 'a JSR such as JSR-82, or a package of the vendor')

const limits = z.strictObject({
  jarBytesMax: z.int().positive().optional().describe('Largest package in octets.'),
  jadBytesMax: z.int().positive().optional().describe('Largest descriptor in octets.'),
  storageBytes: z.int().positive().describe('Flash for suites and their records, in octets.'),
  recordStoreBytesMax: z.int().positive().optional().describe('Largest record store in octets.'),
  recordStoresMax: z.int().positive().optional().describe('Record stores of one suite.'),
  suitesMax: z.int().positive().optional().describe('Suites that can be installed at a time.'),
})

const accept = z.strictObject({
  descriptor: fieldText.optional().describe('Accept of the request that follows a link.'),
  package: fieldText.optional().describe('Accept of the request for the package.'),
})

const screen = z.strictObject({ width: z.int().positive(), height: z.int().positive() })

const radio = z.strictObject({
  latencyMs: z.int().nonnegative().describe('Round trip before the first octet, in milliseconds.'),
  bytesPerSecond: z.int().positive().describe('Octets a second, downlink.'),
})

const push = z
  .strictObject({
    wapPush: z.boolean().optional().describe('It takes WAP push.'),
    smsLinks: z
      .boolean()
      .optional()
      .describe('An installation can begin with a link in a text message.'),
    serviceLoading: z
      .enum(['asks', 'loads', 'ignores'])
      .optional()
      .describe('What it does with SL: shows the link, opens it at once, or nothing.'),
  })
  .describe('How it takes what is pushed to it; none: as its personality.')

const browser = z
  .strictObject({
    pages: z
      .array(z.enum(['html', 'xhtml', 'wml', 'wmlc']))
      .min(1)
      .optional()
      .describe('Kinds of pages that its browser shows; none: all.'),
    pageBytesMax: z.int().positive().optional().describe('Largest page in octets.'),
    pushBytesMax: z
      .int()
      .positive()
      .optional()
      .describe('Largest document of a push in octets (Push-MsgSize of UAProf).'),
  })
  .describe('Its browser; none: one that shows every page.')
const platforms = ['midp', 'symbian', 'windows-mobile'] as const

/** What a profile may name and only other rooms know. */
export interface KnownNames {
  readonly personalities: PersonalityNames
  readonly quirks: readonly string[]
}

/** A handset model as a data file. Names carry units; every fact has an entry of the same name under `sources`. */
export function profileSchemaOf({ personalities, quirks }: KnownNames) {
  return z
    .strictObject({
      name: z.string().min(1),
      platform: z.enum(platforms),
      personality: z
        .enum(Object.values(personalities).flat())
        .describe('Whose order of checks and whose habits.'),
      quirks: z.array(z.enum(quirks)).default([]).describe('Documented deviations of this model.'),
      userAgent: fieldText,
      accept: accept.optional().describe('Accept fields of its own; none: as its personality.'),
      acceptLanguage: fieldText,
      acceptCharset: fieldText.optional(),
      uaprof: z.url().optional().describe('URL of the UAProf document of the model.'),
      uaprofHeader: z
        .enum(['x-wap-profile', 'Profile'])
        .optional()
        .describe('Field in which it announces its UAProf document; none: it does not.'),
      redirectsMax: z.int().nonnegative().optional().describe('Redirects it follows in a row.'),
      midpProfiles: z
        .array(z.string())
        .prefault([])
        .describe('Values of MicroEdition-Profile it implements.'),
      configurations: z
        .array(z.string())
        .prefault([])
        .describe('Values of MicroEdition-Configuration it implements.'),
      apis: z
        .array(api)
        .optional()
        .describe('Optional APIs it has: JSRs, and packages of the vendor; none: not known.'),
      push: push.optional(),
      browser: browser.optional(),
      omaDownload: z
        .boolean()
        .optional()
        .describe('It takes download descriptors (OMA Download OTA 1.0); none: not known to.'),
      symbian: symbianFacts.optional(),
      windowsMobile: windowsMobileFacts.optional(),
      limits,
      screen: screen.optional().describe('In pixels; none: a module without a screen.'),
      radio,
      sources: z
        .record(z.string(), source)
        .describe(
          'One for each fact; for a part of a fact under a name such as limits.jarBytesMax.',
        ),
    })
    .superRefine((profile, context) => {
      for (const { path, message, hint } of [
        ...complainOfPlatform(profile, personalities),
        ...complainOfSources(profile),
      ]) {
        context.addIssue({ code: 'custom', path: [...path], message, params: { hint } })
      }
    })
}

export type ProfileFile = z.output<ReturnType<typeof profileSchemaOf>>
