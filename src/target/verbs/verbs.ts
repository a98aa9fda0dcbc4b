/** The verbs of one target, ready to be asked. */
import { askByExec } from './exec.ts'
import { askByHttp } from './http.ts'
import { askByHand } from './manual.ts'
import type { VerbPorts } from './ports.ts'
import { redact, secretsOf } from './redact.ts'
import type { Credentials } from './redact.ts'
import type { Verb, VerbsFile } from './schema.ts'
import type { StatusWords } from './status-words.ts'
import type { VerbName, VerbOutcome, VerbValues } from './verb.ts'

/** As the target file has them. */
export interface TargetVerbs {
  readonly by: VerbsFile
  /** Of the target file: programs run in it. */
  readonly folder: string
}

export interface Verbs {
  readonly has: (verb: VerbName) => boolean
  /** How it is carried out, where it is given. */
  readonly by: (verb: VerbName) => Verb['by'] | 'built-in' | undefined
  /** Is the text in it somewhere, as a placeholder? */
  readonly uses: (verb: VerbName, placeholder: string) => boolean
  /** What its words for an installation mean; none: it cannot be asked for one. */
  readonly statusWords: StatusWords | undefined
  readonly ask: (verb: VerbName, values: VerbValues) => Promise<VerbOutcome>
}

/** So often in a row a verb may fail; then a run of hundreds of cases does not wait for it any more. */
const failuresMax = 3

export function createVerbs(
  { by: file, folder }: TargetVerbs,
  ports: VerbPorts,
  credentials: Credentials | undefined,
): Verbs {
  const given = Object.values(file).filter((verb) => verb !== undefined)
  const secrets = secretsOf(given, credentials)
  const failures = new Map<VerbName, number>()
  return {
    has: (name) => file[name] !== undefined,
    by: (name) => file[name]?.by,
    uses: (name, placeholder) => JSON.stringify(file[name] ?? '').includes(`\${${placeholder}}`),
    statusWords: file.status?.shows,
    async ask(name, values) {
      const verb = file[name]
      if (verb === undefined) return absent(name)
      const failed = failures.get(name) ?? 0
      if (failed >= failuresMax) return givenUp(name)
      const outcome = await carryOut(verb, values, { ports, folder })
      failures.set(name, outcome.kind === 'done' ? 0 : failed + 1)
      return conceal(outcome, secrets)
    },
  }
}

function carryOut(
  verb: Verb,
  values: VerbValues,
  { ports, folder }: { readonly ports: VerbPorts; readonly folder: string },
): Promise<VerbOutcome> {
  const { timeoutMs } = verb
  switch (verb.by) {
    case 'http':
      return askByHttp(verb.http, values, { http: ports.http, timeoutMs })
    case 'exec':
      return askByExec(verb.words, values, { program: ports.program, folder, timeoutMs })
    case 'manual':
      return askByHand(verb.text, values, { person: ports.person, timeoutMs })
    default:
      return verb satisfies never
  }
}

function conceal(outcome: VerbOutcome, secrets: readonly string[]): VerbOutcome {
  const detail = redact(outcome.detail, secrets)
  return outcome.kind === 'done'
    ? { ...outcome, detail, output: redact(outcome.output, secrets) }
    : { ...outcome, detail }
}

function absent(name: VerbName): VerbOutcome {
  return {
    kind: 'failed',
    cause: 'unreachable',
    detail: `the target has no verb ${name}`,
    hint: `Add verbs.${name} to the target file.`,
  }
}

function givenUp(name: VerbName): VerbOutcome {
  return {
    kind: 'failed',
    cause: 'given-up',
    detail: `${name} failed ${failuresMax} times in a row and is not asked any more`,
    hint: 'See `ota target doctor`.',
  }
}
