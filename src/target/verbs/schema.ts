/** The `verbs` of a target file. */
import { z } from 'zod'
import { didYouMean } from '../../did-you-mean.ts'
import { placeholdersOf } from './fill.ts'
import { placeholders, verbTitles } from './verb.ts'
import type { VerbName } from './verb.ts'

const timeoutMsDefault = 30_000
const timeoutMsMax = 600_000
/** A person may have to walk to the server. */
const manualTimeoutMsDefault = 600_000
const textCharactersMax = 10_000
const fieldsMax = 50
const wordsMax = 100
const jsonDepthMax = 16

type Complain = (message: string, path?: readonly PropertyKey[], hint?: string) => void

/** A text that may hold placeholders of the verb. */
function template(verb: VerbName) {
  return z
    .string()
    .max(textCharactersMax)
    .superRefine((text, context) =>
      checkPlaceholders(text, verb, (message, path = [], hint) =>
        context.addIssue({ code: 'custom', message, path: [...path], params: { hint } }),
      ),
    )
}

function checkPlaceholders(text: string, verb: VerbName, complain: Complain): void {
  const known: readonly string[] = placeholders[verb]
  const unknown = placeholdersOf(text).find((name) => !known.includes(name))
  if (unknown === undefined) return
  const all = known.map((name) => `\${${name}}`).join(', ')
  complain(
    `Unexpected placeholder \${${unknown}}, expected ${all === '' ? `none: ${verb} has none` : all}`,
    [],
    didYouMean(unknown, known) ?? (all === '' ? undefined : `It may be ${all}.`),
  )
}

const plain = /^\P{Cc}*$/u

function headerValue(verb: VerbName) {
  return template(verb).refine((text) => plain.test(text), 'a text without control characters')
}

function httpUrl(verb: VerbName) {
  return template(verb).superRefine((text, context) => {
    const sample = text.replaceAll(/\$\{[^}]*\}/g, 'x')
    const complain = (message: string) => context.addIssue({ code: 'custom', message })
    if (!/^https?:\/\//i.test(text) || !URL.canParse(sample)) {
      complain('an absolute http or https URL')
    } else if (/^https?:\/\/[^/?#]*@/i.test(text)) {
      complain('a URL without user and password: they belong in headers, as Authorization')
    } else if (/^https?:\/\/[^/?#]*\$\{/i.test(text)) {
      complain('a URL whose host is written out: placeholders come after it')
    }
  })
}

const json = z.json()
export type Json = z.output<typeof json>

function jsonBody(verb: VerbName) {
  return json.superRefine((value, context) => {
    visit(value, [], (text, path) => {
      if (path.length > jsonDepthMax) {
        context.addIssue({ code: 'custom', message: `nested at most ${jsonDepthMax} deep` })
        return false
      }
      if (typeof text === 'string') {
        checkPlaceholders(text, verb, (message, _, hint) =>
          context.addIssue({ code: 'custom', message, path: [...path], params: { hint } }),
        )
      }
      return true
    })
  })
}

function visit(
  value: Json,
  path: readonly PropertyKey[],
  see: (value: Json, path: readonly PropertyKey[]) => boolean,
): void {
  if (!see(value, path)) return
  if (Array.isArray(value)) value.forEach((one, index) => visit(one, [...path, index], see))
  else if (typeof value === 'object' && value) {
    for (const [name, one] of Object.entries(value)) visit(one, [...path, name], see)
  }
}

function httpOf(verb: VerbName) {
  return z
    .strictObject({
      method: z
        .enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
        .optional()
        .describe('None: POST with a body, else GET.'),
      url: httpUrl(verb).describe('Of the server, or of whatever speaks for it.'),
      headers: z
        .record(
          z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'a field name'),
          headerValue(verb),
        )
        .refine((fields) => Object.keys(fields).length <= fieldsMax, `at most ${fieldsMax} fields`)
        .prefault({})
        .describe('Fields of the request. What looks like a credential is shown nowhere.'),
      form: z
        .record(z.string(), template(verb))
        .refine((fields) => Object.keys(fields).length <= fieldsMax, `at most ${fieldsMax} fields`)
        .optional()
        .describe('A body as HTML forms send it.'),
      json: jsonBody(verb)
        .optional()
        .describe('A body in JSON; texts in it may hold placeholders.'),
      body: template(verb).optional().describe('A body in plain text.'),
    })
    .superRefine(({ method, form, json: inJson, body }, context) => {
      const bodies = [form, inJson, body].filter((one) => one !== undefined).length
      const complain = (message: string) => context.addIssue({ code: 'custom', message })
      if (bodies > 1) complain('at most one of form, json and body')
      if (bodies > 0 && method === 'GET') complain('a GET without a body')
    })
}

export type HttpVerb = z.output<ReturnType<typeof httpOf>>

function verbOf(verb: VerbName) {
  const word = template(verb).refine((text) => !text.includes('\0'), 'a text without NUL')
  return z
    .strictObject({
      http: httpOf(verb).optional().describe('One request; a status from 200 to 299 says done.'),
      exec: z
        .array(word)
        .min(1)
        .max(wordsMax)
        .optional()
        .describe(
          'A program and its arguments, without a shell, in the folder of the target file; exit code 0 says done.',
        ),
      manual: template(verb)
        .min(1)
        .optional()
        .describe('What a person before the terminal is asked to do.'),
      timeoutMs: z
        .int()
        .min(100)
        .max(timeoutMsMax)
        .optional()
        .describe(`None: ${timeoutMsDefault}, and ${manualTimeoutMsDefault} for a person.`),
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

/** How a verb is carried out. */
export type Verb =
  | { readonly by: 'http'; readonly http: HttpVerb; readonly timeoutMs: number }
  | { readonly by: 'exec'; readonly words: readonly string[]; readonly timeoutMs: number }
  | { readonly by: 'manual'; readonly text: string; readonly timeoutMs: number }

export const verbsSchema = z.strictObject({
  push: verbOf('push'),
  publish: verbOf('publish'),
  reset: verbOf('reset'),
  clock: verbOf('clock'),
  logs: verbOf('logs'),
})

export type VerbsFile = z.output<typeof verbsSchema>
