import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDataFile } from '../data-file.ts'
import { HarnessFault } from '../errors.ts'
import { scenarioSchemaOf } from './schema.ts'
import type { ScenarioFile } from './schema.ts'
import type { Step } from './step.ts'
import { linksOf } from './stored-state.ts'

export interface ScenarioStep {
  readonly verb: string
  readonly step: Step
  readonly options: unknown
}

/** What user, network and target do, and how it should end. `id` is the path below `scenarios/` without `.yaml`. */
export type Scenario = Omit<ScenarioFile, 'steps'> & {
  readonly id: string
  readonly steps: readonly ScenarioStep[]
  /** Links of the target without which it cannot be played. */
  readonly links: readonly string[]
  /** What the target must be able to do when it is asked. */
  readonly verbs: readonly 'publish'[]
}

/** @throws DataError with `file:line:col` and a suggestion */
export function parseScenario(
  text: string,
  file: string,
  context: { readonly id: string; readonly steps: ReadonlyMap<string, Step> },
): Scenario {
  const parsed = parseDataFile(text, file, schemaFor(context.steps))
  const steps = parsed.steps.map((one): ScenarioStep => {
    const [entry] = Object.entries(one)
    const step = entry === undefined ? undefined : context.steps.get(entry[0])
    if (entry === undefined || step === undefined) {
      throw new HarnessFault('scenario/step', 'a step passed the schema without a verb')
    }
    return { verb: entry[0], step, options: entry[1] }
  })
  const links = new Set([
    ...(parsed.from === undefined ? [] : linksOf(parsed.from)),
    ...steps.flatMap(({ step, options }) => step.links?.(options) ?? []),
  ])
  const verbs = new Set(steps.flatMap(({ step }) => step.verbs ?? []))
  return { ...parsed, id: context.id, steps, links: [...links], verbs: [...verbs] }
}

type Steps = ReadonlyMap<string, Step>

const schemas = new WeakMap<Steps, ReturnType<typeof scenarioSchemaOf>>()

/** Made once for all files that are read with the same steps: making one costs more than reading one. */
function schemaFor(steps: Steps): ReturnType<typeof scenarioSchemaOf> {
  const schema = schemas.get(steps) ?? scenarioSchemaOf(steps)
  schemas.set(steps, schema)
  return schema
}

/** All scenarios below a folder, sorted by id. */
export async function loadScenarios(
  folder: URL,
  steps: ReadonlyMap<string, Step>,
): Promise<readonly Scenario[]> {
  const root = fileURLToPath(folder)
  const names = (await readdir(root, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'))
  const ids = names.map((name) => name.slice(0, -'.yaml'.length)).toSorted()
  return Promise.all(
    ids.map(async (id) => {
      const name = `${id}.yaml`
      const text = await readFile(join(root, name), 'utf8')
      return parseScenario(text, `scenarios/${name}`, { id, steps })
    }),
  )
}
