/** Data files: YAML 1.2 text, checked by a zod schema, every complaint with `file:line:col` and what was meant. */
import { LineCounter, parseDocument, isMap, isNode, isPair, isScalar, visit } from 'yaml'
import type { Document } from 'yaml'
import { z } from 'zod'
import { didYouMean } from './did-you-mean.ts'
import { DataError } from './errors.ts'

const dataFileBytesMax = 1024 * 1024

/**
 * @param text YAML text, at most 1 MiB
 * @param file name to show in messages
 * @throws DataError for syntax, duplicate keys, and whatever the schema refuses
 */
export function parseDataFile<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
): z.output<S> {
  if (text.length > dataFileBytesMax) {
    throw new DataError(
      'data/too-large',
      `${file} is larger than dataFileBytesMax = ${dataFileBytesMax}`,
    )
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0])
    const [summary = error.code] = error.message.split('\n')
    throw new DataError('data/syntax', summary.replace(/ at line \d+, column \d+:?$/, ''), {
      place: `${file}:${line}:${col}`,
    })
  }
  refuseAliases(document, lines, file)
  const result = schema.safeParse(document.toJS())
  if (result.success) return result.data
  const issue = deepest(result.error.issues)
  throw describe({ issue, document, lines, file, schema })
}

/** Data files say everything where it stands; an alias would let a short text unfold without end. */
function refuseAliases(document: Document, lines: LineCounter, file: string): void {
  visit(document, {
    Alias(_, alias) {
      const { line, col } = lines.linePos(alias.range?.[0] ?? 0)
      throw new DataError('data/syntax', `Unexpected alias *${alias.source}, expected its text`, {
        place: `${file}:${line}:${col}`,
      })
    },
  })
}

type Issue = z.core.$ZodIssue

/** Of a union, the branch that fits best is the one the author meant. */
function deepest(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): Issue {
  // A key that is none explains the key that is missing.
  const first = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
  if (first === undefined) throw new TypeError('a failed parse without an issue')
  const path = [...prefix, ...first.path]
  if (first.code !== 'invalid_union') return { ...first, path }
  const branches = first.errors
    .filter((branch) => branch.length > 0)
    .map((branch) => ({ issue: deepest(branch, path), complaints: branch.length }))
    .filter(({ issue }) => issue.path.length > path.length || issue.code !== 'invalid_type')
    .toSorted((a, b) => a.complaints - b.complaints || rankOf(a.issue) - rankOf(b.issue))
  const [best] = branches
  if (best === undefined) return { ...first, path }
  const alike = branches.filter(({ complaints }) => complaints === best.complaints)
  return joinOptions(
    best.issue,
    alike.map(({ issue }) => issue),
  )
}

/** A word that is none of a branch's says that another branch was meant, if another takes the word. */
function rankOf({ code }: Issue): number {
  return code === 'invalid_value' ? 1 : 0
}

/** Where several branches miss one of their words at the same place, it may be any of their words. */
function joinOptions(best: Issue, branches: readonly Issue[]): Issue {
  if (best.code !== 'invalid_value') return best
  const place = best.path.join('.')
  const values = branches.flatMap((issue) =>
    issue.code === 'invalid_value' && issue.path.join('.') === place ? issue.values : [],
  )
  const options = values.map((value) => JSON.stringify(value)).join('|')
  return { ...best, values, message: `Invalid option: expected one of ${options}` }
}

function describe(complaint: {
  readonly issue: Issue
  readonly document: Document
  readonly lines: LineCounter
  readonly file: string
  readonly schema: z.ZodType
}): DataError {
  const { issue, document, lines, file, schema } = complaint
  const path = issue.path.map(String)
  const [unknownKey] = issue.code === 'unrecognized_keys' ? issue.keys : []
  const offset =
    unknownKey === undefined
      ? valueOffset(document, issue.path)
      : keyOffset(document, issue.path, unknownKey)
  const { line, col } = lines.linePos(offset)
  const where = path.length === 0 ? '' : `${path.join('.')}: `
  const hint = suggestion(issue, document, schema)
  return new DataError('data/schema', `${where}${messageOf(issue, document)}`, {
    place: `${file}:${line}:${col}`,
    ...(hint === undefined ? {} : { hint }),
  })
}

/** More words than these are not told one by one. */
const wordsToldMax = 12

function messageOf(issue: Issue, document: Document): string {
  if (issue.code !== 'invalid_value' || issue.values.length <= wordsToldMax) return issue.message
  const found = JSON.stringify(document.getIn(issue.path))?.slice(0, 60)
  return `Unexpected ${found}, expected one of ${issue.values.length} words`
}

function suggestion(issue: Issue, document: Document, schema: z.ZodType): string | undefined {
  if (issue.code === 'custom') {
    const hint: unknown = issue.params?.['hint']
    return typeof hint === 'string' ? hint : undefined
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    const told = values.slice(0, wordsToldMax).join(', ')
    const more = values.length - wordsToldMax
    return (
      didYouMean(String(document.getIn(issue.path)), values) ??
      `It may be ${told}${more > 0 ? ` and ${more} more` : ''}.`
    )
  }
  const [unknownKey] = issue.code === 'unrecognized_keys' ? issue.keys : []
  if (unknownKey === undefined) {
    const isMissing = issue.path.length > 0 && !document.hasIn(issue.path)
    return isMissing ? `There is no ${issue.path.map(String).join('.')} yet: add it.` : undefined
  }
  const known = knownKeys(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    issue.path,
  )
  return didYouMean(unknownKey, known) ?? `It may be ${known.join(', ')}.`
}

type JsonSchema = z.core.JSONSchema.BaseSchema

/** The keys a schema allows in the map at a path. */
function knownKeys(schema: JsonSchema, path: readonly PropertyKey[]): readonly string[] {
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  const inAlternatives = alternatives.flatMap((one) => knownKeys(one, path))
  const [step, ...rest] = path
  if (step === undefined) return [...Object.keys(schema.properties ?? {}), ...inAlternatives]
  const next = typeof step === 'number' ? schema.items : schema.properties?.[String(step)]
  const below = [next, schema.additionalProperties].find(isSchema)
  return [...(below === undefined ? [] : knownKeys(below, rest)), ...inAlternatives]
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueOffset(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

function keyOffset(document: Document, path: readonly PropertyKey[], key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true)
  if (!isMap(map)) return valueOffset(document, path)
  const pair = map.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === key,
  )
  return pair !== undefined && isScalar(pair.key) && pair.key.range ? pair.key.range[0] : 0
}
