import { didYouMean } from '../../did-you-mean.ts'
import { UsageError } from '../../errors.ts'
import type { InstalledSuite } from '../../handset/flash.ts'
import { printable } from '../../report/views/printable.ts'

/**
 * The suite of this name, whatever its case; `vendor/name` and the id of a suite name one where names are not enough.
 *
 * @throws UsageError when there is none, or more than one
 */
export function findSuite(word: string, suites: readonly InstalledSuite[]): InstalledSuite {
  const wanted = word.toLowerCase()
  const found = suites.filter((suite) => namesOf(suite).some((one) => one.toLowerCase() === wanted))
  const [first, second] = found
  if (first !== undefined && second === undefined) return first
  if (first !== undefined) {
    const which = found.map((suite) => `${fullName(suite)} (${suite.id})`).join(', ')
    throw new UsageError('phone/suite', `"${word}" may be any of ${which}`, {
      hint: 'Give vendor/name, or the id.',
    })
  }
  const names = suites.map(({ subject }) => printable(subject.name))
  throw new UsageError('phone/suite', `no suite "${word}" is installed`, {
    hint:
      didYouMean(word, names) ??
      (names.length === 0 ? '`ota phone open URL` installs one.' : 'See `ota phone list`.'),
  })
}

function namesOf({ id, subject }: InstalledSuite): readonly string[] {
  return [id, subject.name, `${subject.vendor}/${subject.name}`]
}

function fullName({ subject }: InstalledSuite): string {
  return printable(`${subject.vendor}/${subject.name}`)
}
