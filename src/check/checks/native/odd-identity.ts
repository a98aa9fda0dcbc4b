import { headerValue } from '../../../wire/http-fields.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { defineCheck, pass } from '../../check.ts'
import { asks, isWholeAgain, packageProbes, refused } from '../../package-probes.ts'
import type { PackageProbe } from '../../package-probes.ts'

/** Without a name, or with the address of its UAProf document written in another way. */
const odd = (context: CheckContext) =>
  packageProbes(context).filter((one) => isUnnamed(one) || isUnquoted(one))

export default defineCheck({
  row: 'N22',
  level: 'should',
  clause: 'NATIVE-ODD-IDENTITY',
  title: 'A request without User-Agent, or with a bare x-wap-profile, is answered as others are',
  applies: (context) => odd(context).length > 0,
  absent: 'no native package was asked for without User-Agent or with x-wap-profile without quotes',
  *judge(context) {
    for (const one of odd(context)) {
      yield isUnnamed(one) ? judgeUnnamed(one) : judgeUnquoted(one)
    }
  },
  explain: `Gateways drop User-Agent, and some phones write the address of their UAProf document without the quotation marks that belong to it. A script that takes both for given ends in an error of its own, which the user sees as a dead link. Let each be missing or odd, and go by what is left.`,
})

/** Whom nobody can tell may be given a page to choose from. */
function judgeUnnamed(one: PackageProbe): Judgement {
  const manner = 'without User-Agent'
  const { status = 0 } = one.response ?? {}
  return status >= 200 && status < 400
    ? pass(one.probe, `status ${status} ${manner}`)
    : refused(one, manner, 'an answer that is no error')
}

/** The address of a document more or less says nothing that the name does not say. */
function judgeUnquoted(one: PackageProbe): Judgement {
  const manner = 'with x-wap-profile without quotes'
  return isWholeAgain(one)
    ? pass(one.probe, `the same package ${manner}`)
    : refused(one, manner, 'the same package')
}

function isUnnamed(one: PackageProbe): boolean {
  return (
    asks(one, 'User-Agent') === undefined &&
    headerValue(one.whole.request.headers, 'User-Agent') !== undefined
  )
}

function isUnquoted(one: PackageProbe): boolean {
  const before = headerValue(one.whole.request.headers, 'x-wap-profile')
  return (
    before?.startsWith('"') === true && asks(one, 'x-wap-profile') === before.replaceAll('"', '')
  )
}
