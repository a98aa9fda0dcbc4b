import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { specsOf } from '../../../src/reference/native/packages.ts'
import { buildLegacySis } from '../../../src/reference/sis/legacy-sis-writer.ts'
import type { LegacySisSpec } from '../../../src/reference/sis/legacy-sis-writer.ts'
import type { SisxSpec } from '../../../src/reference/sis/sisx-controller-writer.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import { phone, playNative, suiteOf } from './native-case.ts'

const s60 = phone('nokia-n95')
const strict = phone('nokia-e71')
const noCard = phone('nokia-e7')
const uiq3 = phone('sonyericsson-p1i')

const { sis, sisx } = specsOf({ major: 1, minor: 2, build: 0 })
const newer = (change: Partial<SisxSpec> = {}) => buildSisx({ ...sisx, ...change })
const older = (change: Partial<LegacySisSpec> = {}) => buildLegacySis({ ...sis, ...change })
const file = { target: '!:\\a.txt', octets: new Uint8Array(1000) }

const client = (version: string) =>
  suiteOf({ vendor: 'Acme', name: 'Acme Client', version, uid: '0xA0005D1A' })
const signer = { domain: 'operator', subject: 'CN=Acme', root: 'CN=Root' }

const asked = 'install? untrusted? details?'
const rest = 'place? capabilities? installed'

describe('Symbian OS 9', () => {
  it.each([
    ['installs what it was built for', s60, newer(), {}, `${asked} ${rest}`],
    ['does so on UIQ', uiq3, newer(), {}, `${asked} ${rest}`],
    [
      'takes nothing unsigned where only signed packages may come',
      strict,
      newer(),
      {},
      'install? untrusted',
    ],
    ['tells packages of earlier releases apart', s60, older(), {}, 'legacy-format'],
    ['finds a package cut short corrupted', s60, newer().slice(0, 400), {}, 'corrupt'],
    ['finds no package in other octets', s60, new Uint8Array(100), {}, 'not-a-package'],
    [
      'lets the user refuse at once',
      s60,
      newer(),
      { refused: ['install'] },
      'install! user-cancelled',
    ],
    [
      'lets the user distrust it',
      s60,
      newer(),
      { refused: ['untrusted'] },
      'install? untrusted! user-cancelled',
    ],
    [
      'asks about a package for another product',
      s60,
      newer({ targets: [{ uid: 0x1028315f }] }),
      {},
      `${asked} incompatible? ${rest}`,
    ],
    [
      'asks about a package for no product',
      s60,
      newer({ targets: [] }),
      { refused: ['incompatible'] },
      `${asked} incompatible! user-cancelled`,
    ],
    [
      'takes one for its very model',
      s60,
      newer({ targets: [{ uid: 0x2000060b }] }),
      {},
      `${asked} ${rest}`,
    ],
    ['takes one for an earlier edition', noCard, newer(), {}, 'install? untrusted'],
    [
      'asks about a component that is missing',
      s60,
      newer({ dependencies: [{ uid: 0x20001111 }] }),
      {},
      `${asked} missing-component? ${rest}`,
    ],
    [
      'refuses where a component is there in too old a version',
      s60,
      newer({ dependencies: [{ uid: 0x20001111, from: { major: 2, minor: 0, build: 0 } }] }),
      { installed: [suiteOf({ vendor: 'A', name: 'B', version: '1.9.0', uid: '0x20001111' })] },
      `${asked} missing-dependency`,
    ],
    [
      'takes a component that comes within the package',
      s60,
      newer({ dependencies: [{ uid: 0xa0002222 }], embedded: [{ ...sisx, uid: 0xa0002222 }] }),
      {},
      `${asked} ${rest}`,
    ],
    [
      'replaces an older version without a question',
      s60,
      newer(),
      { installed: [client('1.1.9')] },
      `${asked} ${rest}`,
    ],
    [
      'replaces the same version without a question',
      s60,
      newer(),
      { installed: [client('1.2.0')] },
      `${asked} ${rest}`,
    ],
    ['does not look at builds', s60, newer(), { installed: [client('1.2.9')] }, `${asked} ${rest}`],
    [
      'asks before it goes back',
      s60,
      newer(),
      { installed: [client('1.3.0')] },
      `${asked} replace? ${rest}`,
    ],
    [
      'lets the user keep the newer version',
      s60,
      newer(),
      { installed: [client('2.0.0')], refused: ['replace'] },
      `${asked} replace! user-cancelled`,
    ],
    [
      'does not replace what was signed by what is not',
      s60,
      newer(),
      { installed: [{ ...client('1.0.0'), signer }] },
      `${asked} invalid-upgrade`,
    ],
    [
      'wants the base of an addition',
      s60,
      newer({ type: 'augmentation' }),
      {},
      `${asked} missing-base`,
    ],
    [
      'adds to a base that is there',
      s60,
      newer({ type: 'partial-upgrade' }),
      { installed: [client('1.0.0')] },
      `${asked} ${rest}`,
    ],
    [
      'has no room for a package larger than its memory',
      s60,
      newer(),
      { freeBytes: 11_999 },
      `${asked} place? no-space`,
    ],
    [
      'has room for it on the card',
      s60,
      newer(),
      { freeBytes: 0, refused: ['place'] },
      `${asked} place! capabilities? installed`,
    ],
    [
      'refuses a protected UID',
      s60,
      newer({ uid: 0x20005d1a }),
      {},
      `${asked} place? protected-uid`,
    ],
    [
      'grants no system capability',
      s60,
      newer({ files: [{ ...file, capabilities: ['SwEvent', 'Location'] }] }),
      {},
      `${asked} place? capability-refused`,
    ],
    [
      'lets the user grant nothing',
      s60,
      newer(),
      { refused: ['capabilities'] },
      `${asked} place? capabilities! user-cancelled`,
    ],
    [
      'asks nothing about a package that wants nothing',
      s60,
      newer({ files: [file] }),
      {},
      `${asked} place? installed`,
    ],
    [
      'asks for a language that it has not',
      s60,
      newer({ languages: [2, 3], files: [file] }),
      {},
      `${asked} language? place? installed`,
    ],
    [
      'asks what of it is wanted',
      s60,
      newer({ choices: ['Maps'], files: [file] }),
      {},
      `${asked} choices? place? installed`,
    ],
    [
      'is left at the list of what may be wanted',
      s60,
      newer({ choices: ['Maps'], files: [file] }),
      { refused: ['choices'] },
      `${asked} choices! user-cancelled`,
    ],
    [
      'asks for none where its own is there',
      s60,
      newer({ languages: [1, 3], files: [file] }),
      {},
      `${asked} place? installed`,
    ],
    [
      'goes on behind a text that only informs',
      s60,
      newer({ files: [{ ...file, does: 'text', options: 0x200 }] }),
      { refused: ['text'] },
      `${asked} place? text! installed`,
    ],
    [
      'ends at a text that the user does not accept',
      s60,
      newer({ files: [{ ...file, does: 'text', options: 0x800 }] }),
      { refused: ['text'] },
      `${asked} place? text! user-cancelled`,
    ],
    [
      'finds a file that is not what the package says',
      s60,
      newer({ files: [{ ...file, hash: new Uint8Array(20) }] }),
      {},
      `${asked} place? corrupt`,
    ],
  ] as const)('%s', (...row) => {
    const [, profile, octets, more, told] = row
    expect(playNative({ profile, octets, ...more })).toBe(told)
  })
})

it('any octets end in a question, a refusal or an installation', () => {
  const whole = newer()
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, octet) => {
      const octets = Uint8Array.from(whole)
      octets[at] = octet
      return playNative({ profile: s60, octets }) !== 'asked without end'
    }),
    { numRuns: 60 },
  )
})
