/** Names under which native packages come, and whether they end as their platform wants it. */
import { escapeText } from '../wire/escape.ts'
import { extensionOf, fileNameOf } from '../wire/file-name.ts'
import { fail, pass } from './check.ts'
import type { CheckContext, Judgement } from './check.ts'
import type { NativeFormat, NativePackageEvidence } from './native-packages.ts'

/** One that is broken is what it looks like. */
export function packagesOf(
  { evidence }: CheckContext,
  formats: readonly NativeFormat[],
): readonly NativePackageEvidence[] {
  return evidence.nativePackages.filter(({ view }) =>
    formats.includes(view.format === 'broken' ? view.looksLike : view.format),
  )
}

export function* judgeNames(
  packages: readonly NativePackageEvidence[],
  extensions: readonly string[],
): Generator<Judgement> {
  for (const found of packages) {
    const name = fileNameOf(found.exchange.request.url, found.response.headers) ?? ''
    const isRight =
      extensions.includes(extensionOf(name)) && /^[ -~]+$/.test(name) && !/[\\/]/.test(name)
    yield isRight
      ? pass(found, `named ${escapeText(name, 80)}`)
      : fail(found, {
          actual: `the name "${escapeText(name, 80)}"`,
          expected: `one that ends in ${extensions.join(' or ')}, in ASCII`,
        })
  }
}
