import { splitProfiles } from '../../../wire/attributes.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue, headerValues } from '../../../wire/http-fields.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

/** The two that a User-Agent names by its product tokens `Profile/…` and `Configuration/…` (OTA2 Device identification). */
const families = [
  { attribute: 'MicroEdition-Profile', name: 'MIDP' },
  { attribute: 'MicroEdition-Configuration', name: 'CLDC' },
] as const

type Family = (typeof families)[number]

interface Comparison {
  readonly found: DescriptorEvidence
  readonly family: Family
  readonly wanted: readonly string[]
  /** The latest that the phone named. */
  readonly has: string
}

function comparisons({ evidence }: CheckContext): readonly Comparison[] {
  return evidence.descriptors.flatMap((found, _, all) => {
    const agent = agentOf(found)
    const others = all.filter(({ exchange }) => exchange.request.url === found.exchange.request.url)
    if (!isChosen(found) || others.every((other) => agentOf(other) === agent)) return []
    return families.flatMap((family): readonly Comparison[] => {
      const wanted = splitProfiles(found.value(family.attribute) ?? '').filter((one) =>
        isOf(family, one),
      )
      const has = latestIn(agent, family)
      return has === undefined || wanted.length === 0 ? [] : [{ found, family, wanted, has }]
    })
  })
}

export default defineCheck({
  level: 'should',
  clause: 'MIDP2-OTA-HDR-04',
  title: 'A server that chooses by the phone gives none of them a suite for later ones',
  applies: (context) => comparisons(context).length > 0,
  absent:
    'no link was opened by several phones that name MIDP or CLDC and got descriptors that vary by User-Agent',
  *judge(context) {
    for (const { found, family, wanted, has } of comparisons(context)) {
      const excess = wanted.find((one) => versionOf(one) > versionOf(has))
      yield excess === undefined
        ? pass(found, `${wanted.join(' ')} for a phone that has ${has}`)
        : fail(found, {
            actual: `${family.attribute} ${escapeText(excess, 40)} for a phone that says ${has}`,
            expected: `a build for ${has}, or word that there is none`,
          })
    }
  },
  explain: `The User-Agent of a Java phone ends with the profile and the configuration that it has. A suite that asks for more ends with 908, mostly before its package is fetched, and the user has learnt nothing but a number. The usual causes are a cache that keeps the descriptor of another phone, and a list of models that falls back to the newest build. Choose by the tokens, offer a build for less, or answer that there is none for this phone.`,
})

function agentOf({ exchange }: DescriptorEvidence): string {
  return headerValue(exchange.request.headers, 'User-Agent') ?? ''
}

/** The server says that it chooses by the phone; one that has a single build for all says nothing, and is not to blame. */
function isChosen({ response }: DescriptorEvidence): boolean {
  return headerValues(response.headers, 'Vary').some((value) =>
    value.split(',').some((name) => ['user-agent', '*'].includes(name.trim().toLowerCase())),
  )
}

function isOf({ name }: Family, text: string): boolean {
  return new RegExp(`^${name}-[0-9]{1,2}\\.[0-9]{1,2}$`).test(text)
}

function latestIn(agent: string, { name }: Family): string | undefined {
  const named =
    agent.match(new RegExp(`(?<=/)${name}-[0-9]{1,2}\\.[0-9]{1,2}(?![0-9.])`, 'g')) ?? []
  return named.toSorted((a, b) => versionOf(b) - versionOf(a))[0]
}

/** `MIDP-2.1` → 201. */
function versionOf(text: string): number {
  const [, major, minor] = /-([0-9]+)\.([0-9]+)$/.exec(text) ?? []
  return Number(major) * 100 + Number(minor)
}
