/** Facts of phones that install native packages: Symbian and Windows Mobile. */
import { z } from 'zod'

const uid = z.string().regex(/^0x[0-9A-F]{8}$/, 'a UID such as 0x101F7961')

const mediaType = z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/, 'a media type')

export const untrusted = z.enum(['asks', 'installs', 'refuses'])

export const processor = z.int().positive()

export const symbianFacts = z.strictObject({
  edition: z.enum([
    's60-1st',
    's60-2nd',
    's60-2nd-fp1',
    's60-2nd-fp2',
    's60-2nd-fp3',
    's60-3rd',
    's60-3rd-fp1',
    's60-3rd-fp2',
    's60-5th',
    'symbian-3',
    'symbian-belle',
    'uiq-2',
    'uiq-3',
  ]),
  osVersion: z.string().regex(/^\d+(?:\.\d+)?[a-z]?$/, 'a version such as 9.2'),
  productUids: z
    .array(uid)
    .min(1)
    .describe('UIDs of platforms that are registered: its own and those it stands in for.'),
  machineUid: uid.optional().describe('UID of the model; none: not known.'),
  packageTypes: z
    .array(mediaType)
    .describe('Media types of packages that its UAProf document lists; may be none.'),
  untrusted: untrusted.describe(
    'What it does with a package that nobody it knows has signed: the setting for software installation.',
  ),
  memoryCard: z
    .boolean()
    .describe('The user is asked whether it goes to the phone or to the card.'),
  wapPushRoute: z
    .enum(['wap', 'internet'])
    .describe('Access point that a link of a WAP push is opened by.'),
})

export const windowsMobileFacts = z.strictObject({
  release: z.enum(['2003', '5.0', '6.0', '6.1', '6.5']),
  osVersion: z
    .string()
    .regex(/^\d+\.\d+$/, 'a version of Windows CE such as 5.2')
    .describe('Version of Windows CE, as packages see it.'),
  processor: processor.describe('What the device says its processor is; 2577: StrongARM.'),
  browser: z
    .enum(['ie-mobile', 'opera'])
    .describe('Only the one of Microsoft sends UA-OS and others.'),
  cpu: z
    .string()
    .regex(/^[ -~]+$/, 'printable ASCII')
    .optional()
    .describe('Value of UA-CPU; none: it sends none.'),
  untrusted: untrusted.describe('Policies 4101 and 4122: what it does with an unsigned package.'),
  privileges: z
    .enum(['one-tier', 'two-tier'])
    .describe('Policy 4123: what a package may do once the user has agreed to it.'),
  memoryCard: z
    .boolean()
    .describe('The user is asked whether it goes to the device or to the card.'),
})
