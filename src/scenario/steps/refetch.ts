import { z } from 'zod'
import { lastPackage } from '../last.ts'
import {
  conditionOf,
  conditions,
  headersOf,
  packageParts,
  programs,
  rangeOf,
} from '../package-manners.ts'
import type { FetchedPackage } from '../package-manners.ts'
import { defineStep, done, stepFailed } from '../step.ts'

const schema = z.strictObject({
  part: z
    .enum(packageParts)
    .optional()
    .describe('Octets that are asked for with Range; `beyond` are those behind its end.'),
  if: z
    .enum(conditions)
    .optional()
    .describe(
      'Condition: If-Range with the version it is (`same`) or never was (`other`), or If-Unmodified-Since with its Expires, else its Last-Modified.',
    ),
  as: z
    .enum(programs)
    .optional()
    .describe(
      'By another program of the phone, through a gateway, by a browser at a desk, without a name, with x-wap-profile without quotes, or with a serial number behind its name.',
    ),
  method: z.literal('HEAD').optional(),
})

type Options = z.output<typeof schema>

export default defineStep({
  title:
    'The package that came last is asked for again, in a manner that no installation has: to see how the target answers it.',
  schema,
  async play(stage, options) {
    if (!(await stage.rest())) return stepFailed('the phone does not finish what it does')
    const found = lastPackage(stage.events)
    if (found === undefined) return stepFailed('no package came whole')
    const headers = changesOf(options, found)
    // The target gave nothing to ask by: that it should is for others to say.
    if (headers === undefined) return done
    const { method } = options
    stage.handset.send({
      type: 'fetch.wanted',
      url: found.url,
      purpose: 'package',
      probe: 'package-again',
      manner: { headers, ...(method === undefined ? {} : { method }) },
    })
    return (await stage.rest()) ? done : stepFailed('the phone does not finish what it does')
  },
})

function changesOf({ part, if: condition, as }: Options, found: FetchedPackage) {
  const asked = condition === undefined ? [] : [conditionOf(condition, found)]
  const known = asked.filter((change) => change !== undefined)
  if (known.length < asked.length) return undefined
  return [
    ...(as === undefined ? [] : headersOf(as, found)),
    ...(part === undefined ? [] : [rangeOf(part, found)]),
    ...known,
  ]
}
