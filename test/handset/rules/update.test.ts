import { describe, expect, it } from 'vitest'
import type { UpdateAnswer } from '../../../src/handset/behaviour.ts'
import type { Interaction, InstalledSuite, Signer } from '../../../src/handset/flash.ts'
import { carryPermissions, decideUpdate } from '../../../src/handset/rules/update.ts'
import { plainSuite } from '../plain-suite.ts'

const signer: Signer = { domain: 'operator', subject: 'CN=Anna', root: 'CN=Root' }

const unsignedOverSigned: UpdateAnswer = {
  kind: 'refuse',
  refusal: {
    code: 910,
    reason: 'unsigned over signed: the installed suite is signed, the offered one is not',
  },
}

function installed(version: string, signed: boolean): InstalledSuite {
  const suite = { ...plainSuite, subject: { ...plainSuite.subject, version } }
  return signed ? { ...suite, signer } : suite
}

const newer: UpdateAnswer = { kind: 'update', comparison: 'newer' }
const same: UpdateAnswer = { kind: 'update', comparison: 'same' }
const older: UpdateAnswer = { kind: 'update', comparison: 'older' }

describe('a suite offered', () => {
  it.each([
    ['unsigned, where none is', false],
    ['signed, where none is', true],
  ])('%s, is installed afresh', (_, signed) => {
    const answer = decideUpdate({
      installed: undefined,
      offered: { subject: plainSuite.subject, signed },
    })
    expect(answer).toEqual({ kind: 'fresh' })
  })

  it.each([
    ['1.1.0, unsigned over unsigned', newer],
    ['1.1.0, signed over unsigned', newer],
    ['1.1.0, signed over signed', newer],
    ['1.1.0, unsigned over signed', unsignedOverSigned],
    ['1.0.0, unsigned over unsigned', same],
    ['1.0.0, signed over unsigned', same],
    ['1.0.0, signed over signed', same],
    ['1.0.0, unsigned over signed', unsignedOverSigned],
    ['0.9.0, unsigned over unsigned', older],
    ['0.9.0, signed over unsigned', older],
    ['0.9.0, signed over signed', older],
    ['0.9.0, unsigned over signed', unsignedOverSigned],
  ])('as %s 1.0.0', (words, expected) => {
    const [version = '', offered, before] = words.split(/, | over /)
    const answer = decideUpdate({
      installed: installed('1.0.0', before === 'signed'),
      offered: { subject: { ...plainSuite.subject, version }, signed: offered === 'signed' },
    })
    expect(answer).toEqual(expected)
  })

  it.each([
    ['1.0', '1.0.0', same],
    ['01.00', '1.0', same],
    ['1.1', '1.0.1', newer],
    ['1.9.0', '1.10.0', older],
    ['no version', '0.0.0', same],
    ['0.0.1', 'no version', newer],
  ])('as %s over %s', (version, before, expected) => {
    const answer = decideUpdate({
      installed: installed(before, false),
      offered: { subject: { ...plainSuite.subject, version }, signed: false },
    })
    expect(answer).toEqual(expected)
  })
})

const interactions: readonly Interaction[] = ['allowed', 'blanket', 'session', 'oneshot', 'never']

/** What holds after the update: by what held before (down) and the most that the new domain offers (across). */
const carried: Readonly<Record<Interaction, Readonly<Record<Interaction, Interaction>>>> = {
  allowed: {
    allowed: 'allowed',
    blanket: 'oneshot',
    session: 'oneshot',
    oneshot: 'oneshot',
    never: 'never',
  },
  blanket: {
    allowed: 'allowed',
    blanket: 'blanket',
    session: 'oneshot',
    oneshot: 'oneshot',
    never: 'never',
  },
  session: {
    allowed: 'allowed',
    blanket: 'session',
    session: 'session',
    oneshot: 'oneshot',
    never: 'never',
  },
  oneshot: {
    allowed: 'allowed',
    blanket: 'oneshot',
    session: 'oneshot',
    oneshot: 'oneshot',
    never: 'never',
  },
  never: {
    allowed: 'allowed',
    blanket: 'oneshot',
    session: 'oneshot',
    oneshot: 'oneshot',
    never: 'never',
  },
}

describe('a permission', () => {
  const name = 'javax.microedition.io.Connector.http'

  it.each(
    interactions.flatMap((before) => interactions.map((highest) => [before, highest] as const)),
  )('that was %s, where the new domain offers %s', (before, highest) => {
    const isDecided = highest === 'allowed' || highest === 'never'
    const offered = { name, highest, interaction: isDecided ? highest : 'oneshot' } as const
    const [permission] = carryPermissions(
      [{ name, interaction: before, highest: 'blanket' }],
      [offered],
    )
    expect(permission).toEqual({ name, highest, interaction: carried[before][highest] })
  })

  it('that the old version did not have, holds as the domain offers it', () => {
    const offered = [{ name, interaction: 'oneshot', highest: 'blanket' }] as const
    expect(carryPermissions([], offered)).toEqual(offered)
  })

  it('that the new version does not ask for, is gone', () => {
    expect(carryPermissions([{ name, interaction: 'blanket', highest: 'blanket' }], [])).toEqual([])
  })
})
