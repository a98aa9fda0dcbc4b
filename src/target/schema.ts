import { z } from 'zod'
import { durationPattern, parseDuration } from '../duration.ts'
import { protectionDomains } from '../handset/trust.ts'
import { downloadLinks } from './download-links.ts'
import { checkNames, firstContactSchema } from './first-contact.ts'
import { networkSchema } from './network-schema.ts'
import { policiesSchema } from './policies.ts'
import { readRoot } from './roots.ts'
import { tlsSchema } from './tls.ts'
import { updateLinks } from './update-links.ts'
import { uaprofSchema } from './uaprof.ts'
import { verbsSchema } from './verbs/schema.ts'

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'an absolute http or https URL' })
  // No phone sends them from there, and every trace and report would show them.
  .refine(
    (url) => !/^https?:\/\/[^/?#]*@/i.test(url),
    'a URL without user and password: they belong in credentials',
  )

const furtherLinks: Readonly<Record<string, z.ZodOptional<typeof httpUrl>>> = Object.fromEntries(
  Object.entries({ ...downloadLinks, ...updateLinks }).map(([name, shows]) => [
    name,
    httpUrl.optional().describe(shows),
  ]),
)

/** No scenario waits longer. */
const ticketMsMax = 366 * 86_400_000

const targetLines = z.strictObject({
  name: z.string().min(1).optional(),
  links: z
    .strictObject({
      demo: httpUrl
        .optional()
        .describe('A descriptor that any profile under test can install. The entry link for Java.'),
      protected: httpUrl.optional().describe('A descriptor behind Basic authentication.'),
      moved: httpUrl.optional().describe('A link that redirects once to a descriptor.'),
      busy: httpUrl.optional().describe('A link that first answers 503 with Retry-After.'),
      package: httpUrl.optional().describe('A package without descriptor.'),
      push: httpUrl.optional().describe('A descriptor with MIDlet-Push entries.'),
      signed: httpUrl
        .optional()
        .describe('A descriptor of a signed suite whose signer leads to one of the roots.'),
      'signed-twice': httpUrl
        .optional()
        .describe(
          'A suite with two certificate paths, of which only the second leads to one of the roots.',
        ),
      'signed-by-maker': httpUrl.optional().describe('A suite signed for the manufacturer domain.'),
      'signed-by-operator': httpUrl.optional().describe('A suite signed for the operator domain.'),
      'signed-push': httpUrl
        .optional()
        .describe('A signed suite with MIDlet-Push entries and the permission for them.'),
      'signed-greedy': httpUrl
        .optional()
        .describe('A signed suite that needs a permission its protection domain does not have.'),
      'same-port': httpUrl
        .optional()
        .describe('Another suite with the MIDlet-Push connection of the push link.'),
      outdated: httpUrl
        .optional()
        .describe('An older version of the demo suite, its URLs as those of `updated`.'),
      page: httpUrl
        .optional()
        .describe('A page in HTML or XHTML with a link to a descriptor for the phone.'),
      'page-menu': httpUrl
        .optional()
        .describe('A page with several links, one of them to the descriptor of the demo suite.'),
      'page-refresh': httpUrl
        .optional()
        .describe('A page that goes on by itself, and in the end to a descriptor.'),
      'page-wml': httpUrl.optional().describe('A WML deck with a link to a descriptor.'),
      'page-wmlc': httpUrl.optional().describe('A compiled WML deck with a link to a descriptor.'),
      'page-script': httpUrl
        .optional()
        .describe(
          'A page whose script shows the link for the phone that asks; the scenarios of it need `discovery: browser`.',
        ),
      'page-script-goes-on': httpUrl
        .optional()
        .describe('A page whose script goes on, and in the end to something for the phone.'),
      secure: httpUrl
        .optional()
        .describe('The demo descriptor over https, where the demo link is plain http.'),
      expired: httpUrl.optional().describe('A descriptor that was offered once and no longer is.'),
      client: httpUrl
        .optional()
        .describe('A native package, chosen by what the phone says of itself.'),
      'client-moved': httpUrl.optional().describe('A link that redirects to the client, for now.'),
      'client-updated': httpUrl.optional().describe('A newer version of the client.'),
      'client-rebuilt': httpUrl
        .optional()
        .describe('The same version of the client with a higher build number.'),
      'client-outdated': httpUrl.optional().describe('An older version of the client.'),
      'client-signed': httpUrl
        .optional()
        .describe('The client, signed by somebody whose certificates lead to one of the roots.'),
      'client-asking': httpUrl
        .optional()
        .describe(
          'The client for Symbian, with a language to choose that is not English, something to choose, a text to accept and a component that no phone has.',
        ),
      'client-for-java': httpUrl
        .optional()
        .describe('The client for phones with Java, whoever asks: a descriptor.'),
      'client-for-symbian-8': httpUrl
        .optional()
        .describe('The client for Symbian OS up to 8, whoever asks.'),
      'client-for-symbian-9': httpUrl
        .optional()
        .describe('The client for Symbian OS since 9, whoever asks.'),
      'client-for-pocket-pc': httpUrl
        .optional()
        .describe('The client for Pocket PC, whoever asks.'),
      'client-for-smartphone': httpUrl
        .optional()
        .describe('The client for Smartphone, whoever asks.'),
      'client-for-strongarm': httpUrl
        .optional()
        .describe('The client for Pocket PCs that call their processor StrongARM, whoever asks.'),
      ...furtherLinks,
    })
    .describe('Entry links by what they show.'),
  allow: z
    .array(z.string().regex(/^[^/\s]+$/, 'a host or host:port'))
    .prefault([])
    .describe('Hosts, beside those of the links, that a handset may contact.'),
  discovery: z
    .literal('browser')
    .optional()
    .describe(
      'Pages are opened in a Chromium of this machine, which runs their scripts; none: they are read without.',
    ),
  roots: z
    .array(
      z.strictObject({
        domain: z.enum(protectionDomains).describe('What its signers are allowed.'),
        certificate: z
          .string()
          .refine((text) => readRoot(text) !== undefined, 'a certificate: PEM, or its Base64')
          .describe('X.509 certificate of the root as PEM, or its Base64 alone.'),
      }),
    )
    .max(64)
    .prefault([])
    .describe(
      'Roots that the phones have. Without one, a suite that is signed is refused with 909, and no signer of a native package is known: no phone brings a root of its own.',
    ),
  tls: tlsSchema.optional().describe('What the phones know of servers over https.'),
  suite: z
    .strictObject({
      vendor: z.string().min(1),
      name: z.string().min(1),
      version: z.string().min(1),
    })
    .optional()
    .describe('What the demo link offers, for scenarios that begin with an earlier version of it.'),
  ticketLifetime: z
    .string()
    .regex(durationPattern, 'a duration such as 90s, 10m, 2h or 1d')
    .transform(parseDuration)
    .refine((ms) => ms >= 1000 && ms <= ticketMsMax, 'between 1s and 366d')
    .optional()
    .describe(
      'So long after the order a link is good that the server pushes: each is made for one phone and one order, and is refused afterwards. A duration such as 10m.',
    ),
  policies: policiesSchema
    .optional()
    .describe(
      'What the server does as its operator likes, where no document says what is right; what is not said is not judged.',
    ),
  credentials: z.strictObject({ user: z.string(), password: z.string() }).optional(),
  network: networkSchema
    .optional()
    .describe(
      'Where the server reaches the network that its users are on: a run listens there on 127.0.0.1, and verbs.push has the server send.',
    ),
  'first-contact': firstContactSchema
    .optional()
    .describe(
      'How a client connects that was installed on a phone that reports nothing: all that the server learns of it.',
    ),
  uaprof: uaprofSchema
    .optional()
    .describe('The UAProf documents of the phones, for a server that fetches them.'),
  verbs: verbsSchema.optional().describe('What the server can be asked to do, and how.'),
})

const withoutEntry = 'a link that phones can begin with: demo for Java, client for native packages'

/** The server under test as a data file; all optional but one link. */
export const targetSchema = targetLines.superRefine(
  ({ links, allow, 'first-contact': contact }, context) => {
    if (Object.keys(links).length === 0) {
      context.addIssue({ code: 'custom', message: withoutEntry, path: ['links'] })
    }
    if (contact === undefined) return
    checkNames(contact, { links, allow }, (message, path, hint) =>
      context.addIssue({
        code: 'custom',
        message,
        path: ['first-contact', ...path],
        params: { hint },
      }),
    )
  },
)

export type TargetFile = z.output<typeof targetSchema>

/** What each link shows, in the order of the file. */
export const linkTitles: ReadonlyMap<string, string> = new Map(
  Object.entries(targetSchema.shape.links.shape).map(([name, link]) => [
    name,
    link.description ?? '',
  ]),
)
