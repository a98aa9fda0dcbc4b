import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { lackingNeeds, needsOf } from '../../../wire/jar-needs.ts'
import type { ApiNeed } from '../../../wire/jar-needs.ts'

function tell({ apis, packages, entry }: ApiNeed): string {
  const names = packages.map((name) => escapeText(name, 60)).join(', ')
  return `${apis.join(' or ')} for ${names} in ${escapeText(entry, 60)}`
}

export default defineCheck({
  level: 'field',
  clause: 'FIELD-JAR-NEEDS',
  title: 'The phone has the APIs that the classes of the package refer to',
  applies: ({ evidence, facts }) =>
    facts.profile.apis !== undefined && evidence.packages.some(({ jar }) => jar.readable),
  absent: 'no readable package was sent, or the profile does not say which APIs the phone has',
  *judge({ evidence, facts: { profile } }) {
    for (const found of evidence.packages) {
      if (!found.jar.readable) continue
      const needs = needsOf(found.octets)
      const lacking = lackingNeeds(needs, profile.apis ?? [])
      yield lacking.length === 0
        ? pass(found, needs.length === 0 ? 'it needs no optional API' : needs.map(tell).join('; '))
        : fail(found, {
            actual: `need of ${lacking.map(tell).join('; ')}`,
            expected: `no API but those of ${profile.name}: ${profile.apis?.join(', ') || 'none'}`,
            ...(found.descriptor && { cause: found.descriptor }),
          })
    }
  },
  explain: `A suite is offered to a phone that lacks an API it uses. Some phones look into the classes and refuse it with 913; most install it and end with an error when the user starts it. Offer this phone another build, chosen by its User-Agent or UAProf document, or leave the class out that needs the API if it is only tried for.`,
})
