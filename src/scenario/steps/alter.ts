import { z } from 'zod'
import { withHeader } from '../../handset/headers.ts'
import type { Header } from '../../trace/events.ts'
import {
  alterDescriptor,
  isPage,
  packageChangeNames,
  packageChanges,
  packageLabels,
  signingDefects,
} from '../alterations.ts'
import { alterDownload } from '../download-alterations.ts'
import { nativeSigners, signAnew } from '../native-alterations.ts'
import { defineStep, done } from '../step.ts'
import { counted } from '../words.ts'

/** A gateway changes each one that comes by; what redirects or leads to it is none, and is left alone. */
const nth = counted.prefault('1..9999')

const changes = z.enum(packageChangeNames)

export default defineStep({
  title:
    'A gateway of the operator changes descriptors, packages or objects on their way; the target is not judged by it.',
  schema: z.union([
    z.strictObject({
      descriptor: z.strictObject({
        set: z.record(z.string(), z.string()).optional(),
        remove: z.array(z.string()).optional(),
        addLine: z.string().optional(),
        certify: z
          .enum(signingDefects)
          .optional()
          .describe('Puts certificates of a test authority, with one defect, in place of its own.'),
        contentType: z.string().optional(),
      }),
      nth,
    }),
    z.strictObject({
      download: z
        .strictObject({
          set: z.record(z.string(), z.string()).optional(),
          remove: z.array(z.string()).optional(),
          cut: z.literal(true).optional().describe('Only the first half comes.'),
        })
        .describe('Elements of a download descriptor.'),
      nth,
    }),
    z.strictObject({ object: changes, nth }),
    z.strictObject({
      package: z.union([
        changes,
        z.strictObject({
          sign: z
            .enum(nativeSigners)
            .describe('Signs a native package anew by a test authority, well or with one defect.'),
        }),
      ]),
      labelled: z
        .literal('as a package')
        .optional()
        .describe('With a media type that the installer of the phone takes, whatever its own was.'),
      nth,
    }),
  ]),
  play(stage, options) {
    if ('package' in options) {
      const change = options.package
      const alteration =
        typeof change === 'string'
          ? { did: `${change} (package)`, alter: packageChanges[change] }
          : {
              did: `signed it anew: ${change.sign} (package)`,
              alter: (octets: Uint8Array) => signAnew(octets, change.sign),
            }
      const { platform } = stage.handset.phone.profile
      const label = options.labelled === undefined ? undefined : packageLabels[platform]
      const act = {
        kind: 'alter',
        alteration: { ...alteration, ...labelledAs(label), leaves: isPage },
      } as const
      stage.handset.interfere({ on: 'package', ...options.nth, act })
      return done
    }
    if ('object' in options) {
      const change = options.object
      const alteration = { did: `${change} (object)`, alter: packageChanges[change] }
      stage.handset.interfere({ on: 'object', ...options.nth, act: { kind: 'alter', alteration } })
      return done
    }
    if ('download' in options) {
      const { download } = options
      const alteration = {
        did: `${describe(download)} (download descriptor)`,
        alter: (octets: Uint8Array) => alterDownload(octets, download),
        leaves: isPage,
      }
      const on = stage.handset.phone.behaviour.linkPurpose
      stage.handset.interfere({ on, ...options.nth, act: { kind: 'alter', alteration } })
      return done
    }
    const { descriptor } = options
    const alteration = {
      did: `${describe(descriptor)} (descriptor)`,
      alter: (octets: Uint8Array) => alterDescriptor(octets, descriptor),
      leaves: isPage,
      ...labelledAs(descriptor.contentType),
    }
    stage.handset.interfere({
      on: 'descriptor',
      ...options.nth,
      act: { kind: 'alter', alteration },
    })
    return done
  },
})

function labelledAs(contentType: string | undefined) {
  if (contentType === undefined) return {}
  const alterHeaders = (headers: readonly Header[]) =>
    withHeader(headers, ['Content-Type', contentType])
  return { alterHeaders }
}

function describe(change: {
  readonly set?: Readonly<Record<string, string>> | undefined
  readonly remove?: readonly string[] | undefined
  readonly addLine?: string | undefined
  readonly certify?: string | undefined
  readonly contentType?: string | undefined
  readonly cut?: true | undefined
}): string {
  const parts = [
    ...Object.keys(change.set ?? {}).map((name) => `changed ${name}`),
    ...(change.remove ?? []).map((name) => `removed ${name}`),
    ...(change.addLine === undefined ? [] : ['added a line']),
    ...(change.certify === undefined ? [] : [`certified it anew: ${change.certify}`]),
    ...(change.cut === undefined ? [] : ['cut it short']),
    ...(change.contentType === undefined ? [] : ['changed the media type']),
  ]
  return parts.join(', ')
}
