import { z } from 'zod'

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'an absolute http or https URL' })
  // No phone sends them from there, and every trace and report would show them.
  .refine(
    (url) => !/^https?:\/\/[^/?#]*@/i.test(url),
    'a URL without user and password: they belong in credentials',
  )

/** The server under test as a data file; all optional but one link. */
export const targetSchema = z.strictObject({
  name: z.string().min(1).optional(),
  links: z
    .strictObject({
      demo: httpUrl.describe(
        'A descriptor that any profile under test can install. The entry link.',
      ),
      protected: httpUrl.optional().describe('A descriptor behind Basic authentication.'),
      moved: httpUrl.optional().describe('A link that redirects once to a descriptor.'),
      busy: httpUrl.optional().describe('A link that first answers 503 with Retry-After.'),
      package: httpUrl.optional().describe('A package without descriptor.'),
      push: httpUrl.optional().describe('A descriptor with MIDlet-Push entries.'),
    })
    .describe('Entry links by what they show.'),
  allow: z
    .array(z.string().regex(/^[^/\s]+$/, 'a host or host:port'))
    .prefault([])
    .describe('Hosts, beside those of the links, that a handset may contact.'),
  credentials: z.strictObject({ user: z.string(), password: z.string() }).optional(),
})

export type TargetFile = z.output<typeof targetSchema>
