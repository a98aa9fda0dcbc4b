/** Requests and texts of a target file that have blanks to be filled in. */
import { z } from 'zod'
import { didYouMean } from '../../did-you-mean.ts'
import { placeholdersOf } from './fill.ts'
import { placeholders } from './verb.ts'

const textCharactersMax = 10_000
const fieldsMax = 50
const jsonDepthMax = 16

/** What has blanks: a verb, or what a client says. */
type Blank = keyof typeof placeholders

type Complain = (message: string, path?: readonly PropertyKey[], hint?: string) => void

/** A text that may hold placeholders of the verb. */
export function template(verb: Blank) {
  return z
    .string()
    .max(textCharactersMax)
    .superRefine((text, context) =>
      checkPlaceholders(text, verb, (message, path = [], hint) =>
        context.addIssue({ code: 'custom', message, path: [...path], params: { hint } }),
      ),
    )
}

function checkPlaceholders(text: string, verb: Blank, complain: Complain): void {
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

function headerValue(verb: Blank) {
  return template(verb).refine((text) => plain.test(text), 'a text without control characters')
}

function httpUrl(verb: Blank) {
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

function jsonBody(verb: Blank) {
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

export function httpOf(verb: Blank) {
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
