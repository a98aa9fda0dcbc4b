/** What a SISX package installs, and under which conditions (installblock.cpp of Symbian's installer). */
import { takeExpression, tooDeep } from './sisx-expression.ts'
import type { SisxExpression } from './sisx-expression.ts'
import type { FieldReader } from './sisx-field.ts'
import { takeFileDescription } from './sisx-file.ts'
import type { SisxFileDescription } from './sisx-file.ts'

/** `if` or `else if`: of those that belong together the first that is true counts. */
export interface SisxBranch<Embedded> {
  readonly condition: SisxExpression
  readonly block: SisxInstallBlock<Embedded>
}

/** @typeParam Embedded package within this one */
export interface SisxInstallBlock<Embedded> {
  readonly files: readonly SisxFileDescription[]
  readonly embedded: readonly Embedded[]
  readonly conditions: readonly (readonly SisxBranch<Embedded>[])[]
}

/** @throws WireError `sis/field`, `sis/too-deep` */
export function takeInstallBlock<Embedded>(
  parent: FieldReader,
  readEmbedded: (controller: FieldReader) => Embedded,
  depth = 0,
): SisxInstallBlock<Embedded> {
  const field = parent.take('install block')
  const { conditionDepthMax } = field.reading.limits
  if (depth > conditionDepthMax) throw tooDeep(field, 'conditions', { conditionDepthMax })
  const takeBranch = (branch: FieldReader): SisxBranch<Embedded> => ({
    condition: takeExpression(branch),
    block: takeInstallBlock(branch, readEmbedded, depth + 1),
  })
  return {
    files: field.list('file description', takeFileDescription),
    embedded: field.list('controller', readEmbedded),
    conditions: field.list('if', (branch) => [
      takeBranch(branch),
      ...branch.list('else if', takeBranch),
    ]),
  }
}
