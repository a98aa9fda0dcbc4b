/** The `verbs` of a target file. */
import { z } from 'zod'
import { httpOf, template } from './request-schema.ts'
import type { HttpVerb } from './request-schema.ts'
import { statusWordsSchema } from './status-words.ts'
import type { StatusWords } from './status-words.ts'
import { verbTitles } from './verb.ts'
import type { VerbName } from './verb.ts'

const timeoutMsDefault = 30_000
const timeoutMsMax = 600_000
/** A person may have to walk to the server. */
const manualTimeoutMsDefault = 600_000
const wordsMax = 100

/** By a server, or by a program. */
function waysOf(verb: VerbName) {
  const word = template(verb).refine((text) => !text.includes('\0'), 'a text without NUL')
  return {
    http: httpOf(verb).optional().describe('One request; a status from 200 to 299 says done.'),
    exec: z
      .array(word)
      .min(1)
      .max(wordsMax)
      .optional()
      .describe(
        'A program and its arguments, without a shell, in the folder of the target file; exit code 0 says done.',
      ),
  }
}

const timeout = z.int().min(100).max(timeoutMsMax).optional()

function verbOf(verb: VerbName) {
  return z
    .strictObject({
      ...waysOf(verb),
      manual: template(verb)
        .min(1)
        .optional()
        .describe('What a person before the terminal is asked to do.'),
      timeoutMs: timeout.describe(
        `None: ${timeoutMsDefault}, and ${manualTimeoutMsDefault} for a person.`,
      ),
    })
    .superRefine(({ http, exec, manual }, context) => {
      if ([http, exec, manual].filter((one) => one !== undefined).length === 1) return
      context.addIssue({ code: 'custom', message: 'exactly one of http, exec and manual' })
    })
    .transform(({ http, exec = [], manual = '', timeoutMs }): Verb => {
      if (http !== undefined) return { by: 'http', http, timeoutMs: timeoutMs ?? timeoutMsDefault }
      return exec.length > 0
        ? { by: 'exec', words: exec, timeoutMs: timeoutMs ?? timeoutMsDefault }
        : { by: 'manual', text: manual, timeoutMs: timeoutMs ?? manualTimeoutMsDefault }
    })
    .optional()
    .describe(verbTitles[verb])
}

/** Nobody types what he reads: a person is not asked. */
function statusOf() {
  return z
    .strictObject({
      ...waysOf('status'),
      shows: statusWordsSchema.describe(
        'What its words mean, whatever stands around them: the longest that is found decides.',
      ),
      timeoutMs: timeout.describe(`None: ${timeoutMsDefault}.`),
    })
    .superRefine(({ http, exec }, context) => {
      if ((http === undefined) !== (exec === undefined)) return
      context.addIssue({ code: 'custom', message: 'exactly one of http and exec' })
    })
    .transform(({ http, exec = [], shows, timeoutMs = timeoutMsDefault }): StatusVerb =>
      http === undefined
        ? { by: 'exec', words: exec, timeoutMs, shows }
        : { by: 'http', http, timeoutMs, shows },
    )
    .optional()
    .describe(verbTitles.status)
}

type StatusVerb = Exclude<Verb, { by: 'manual' }> & { readonly shows: StatusWords }

/** How a verb is carried out. */
export type Verb =
  | { readonly by: 'http'; readonly http: HttpVerb; readonly timeoutMs: number }
  | { readonly by: 'exec'; readonly words: readonly string[]; readonly timeoutMs: number }
  | { readonly by: 'manual'; readonly text: string; readonly timeoutMs: number }

export const verbsSchema = z.strictObject({
  push: verbOf('push'),
  cancel: verbOf('cancel'),
  publish: verbOf('publish'),
  reset: verbOf('reset'),
  clock: verbOf('clock'),
  logs: verbOf('logs'),
  status: statusOf(),
})

export type VerbsFile = z.output<typeof verbsSchema>
