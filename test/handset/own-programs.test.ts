/** Programs that the installer of a phone runs when a package comes and when it goes. */
import { describe, expect, it } from 'vitest'
import { behaviourOf } from '../../src/handset/platform.ts'
import { specsOf } from '../../src/reference/native/packages.ts'
import { buildLegacySis } from '../../src/reference/sis/legacy-sis-writer.ts'
import { buildSisx } from '../../src/reference/sis/sisx-writer.ts'
import { ranAt } from '../../src/handset/rules/own-programs.ts'
import { openHandset } from './handset-world.ts'
import { otherSuite } from './plain-suite.ts'
import { phone, trust } from './platforms/native-case.ts'

const octets = new Uint8Array(100)
const { sis, sisx } = specsOf({ major: 1, minor: 2, build: 0 })

/** Installs it, says yes to everything, and removes it again. */
async function comeAndGo(profileId: string, body: Uint8Array, type: string) {
  const profile = phone(profileId)
  const world = openHandset({
    profile,
    behaviour: behaviourOf(profile),
    capacityBytes: 10_000_000,
    trust: { ...trust, now: () => Date.parse('2008-06-01T00:00:00Z') },
    answer: () => ({ status: 200, headers: [['Content-Type', type]], body }),
  })
  world.handset.powerOn()
  world.handset.send({ type: 'link.opened', url: 'http://ota.test/client' })
  await world.rest()
  for (let asked = 0; asked < 10; asked += 1) {
    const prompt = world.events.findLast((event) => event.type === 'prompt.shown')
    if (prompt === undefined || world.told().includes('suite.installed')) break
    await world.send({ type: 'user.answered', prompt: prompt.prompt, answer: 'accept' })
    await world.rest()
  }
  const [suite] = world.storage.read().suites
  if (suite === undefined) throw new TypeError('nothing was installed')
  await world.send({ type: 'suite.chosen', suite, for: 'removal' })
  await world.send({ type: 'user.answered', prompt: 'delete', answer: 'accept' })
  await world.rest()
  return world.events.flatMap((event) => {
    if (event.type === 'program.run') {
      return [`${event.program} at ${event.when}${event.waited ? ', waited for' : ''}`]
    }
    return event.type === 'suite.installed' || event.type === 'suite.removed' ? [event.type] : []
  })
}

describe('a phone before Symbian OS 9', () => {
  it('runs the programs of a package when it comes and when it goes, in the order of the package', async () => {
    const body = buildLegacySis({
      ...sis,
      files: [
        { target: 'c:\\first.exe', octets, does: 'run', details: 0x200 },
        { target: 'c:\\last.exe', octets, does: 'run', details: 1 },
        { target: 'c:\\both.exe', octets, does: 'run', details: 2 },
        { target: 'c:\\never.exe', octets, does: 'run', details: 9 },
        { target: 'c:\\file.txt', octets },
      ],
    })
    expect(await comeAndGo('nokia-6600', body, 'application/vnd.symbian.install')).toEqual([
      'c:\\first.exe at installation, waited for',
      'c:\\both.exe at installation',
      'suite.installed',
      'c:\\last.exe at removal',
      'c:\\both.exe at removal',
      'suite.removed',
    ])
  })

  it('keeps no more programs than a phone needs', async () => {
    const files = Array.from({ length: 50 }, (_, index) => ({
      target: `c:\\${index}.exe`,
      octets,
      does: 'run' as const,
      details: 1,
    }))
    const told = await comeAndGo(
      'nokia-6600',
      buildLegacySis({ ...sis, files }),
      'application/vnd.symbian.install',
    )
    expect(told.length).toBe(34)
  })
})

describe('Symbian OS 9', () => {
  it('runs none, since the policy of products does not let them', async () => {
    const body = buildSisx({
      ...sisx,
      files: [{ target: 'c:\\sys\\bin\\a.exe', octets, does: 'run', options: 6 }],
    })
    expect(await comeAndGo('nokia-n95', body, 'x-epoc/x-sisx-app')).toEqual([
      'suite.installed',
      'suite.removed',
    ])
  })
})

describe('a suite without programs', () => {
  it('runs nothing', () => {
    expect([ranAt(otherSuite, 'installation'), ranAt(otherSuite, 'removal')]).toEqual([[], []])
  })
})
