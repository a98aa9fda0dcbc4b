import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/profile-equals-descriptor.ts'
import {
  demoJar,
  descriptorFetched,
  descriptorText,
  jarType,
  jarUrl,
  manifestText,
  packageFetched,
  told,
} from '../trace-builder.ts'

const absent =
  'not-applicable: no package with a manifest was sent after its descriptor or without any'
const profile = 'MicroEdition-Profile'
const configuration = 'MicroEdition-Configuration'

const pair = (promised: string | undefined, inside: string | undefined) => [
  descriptorFetched(descriptorText({ [profile]: promised })),
  packageFetched(demoJar({}, manifestText({ [profile]: inside }))),
]

describe('profile and configuration', () => {
  it('are the same in descriptor and manifest', () => {
    expect(told(check, pair('MIDP-2.0', 'MIDP-2.0'))).toEqual([
      'pass: MicroEdition-Profile MIDP-2.0',
    ])
  })

  it('may stand in one of the two only', () => {
    expect(told(check, pair('MIDP-2.0', undefined))).toEqual([
      'pass: MicroEdition-Profile MIDP-2.0',
    ])
    expect(told(check, pair(undefined, 'MIDP-2.0'))).toEqual([
      'pass: MicroEdition-Profile MIDP-2.0',
    ])
  })

  it('may be listed in any order', () => {
    expect(told(check, pair('MIDP-2.0 IMP-1.0', 'IMP-1.0  MIDP-2.0'))).toEqual([
      'pass: MicroEdition-Profile IMP-1.0  MIDP-2.0',
    ])
  })

  it('are not newer in the manifest', () => {
    expect(told(check, pair('MIDP-1.0', 'MIDP-2.1'))).toEqual([
      'fail: Unexpected MicroEdition-Profile "MIDP-2.1" in the manifest, expected "MIDP-1.0", as in the descriptor.',
    ])
  })

  it('are both compared', () => {
    const facts = [
      descriptorFetched(descriptorText({ [configuration]: 'CLDC-1.0' })),
      packageFetched(),
    ]
    expect(told(check, facts)).toEqual([
      'fail: Unexpected MicroEdition-Configuration "CLDC-1.1" in the manifest, expected "CLDC-1.0", as in the descriptor.',
    ])
  })

  it('stand in the manifest of a package that comes without a descriptor', () => {
    const direct = { purpose: 'descriptor', url: jarUrl, headers: [jarType] } as const
    const bare = demoJar({}, manifestText({ [profile]: undefined }))
    expect(told(check, [packageFetched(demoJar(), direct)])).toEqual([
      'pass: MicroEdition-Profile MIDP-2.0, without a descriptor',
    ])
    expect(told(check, [packageFetched(bare, direct)])).toEqual([
      'fail: Unexpected manifest without MicroEdition-Profile, expected one, without a descriptor.',
    ])
  })

  it('are not missed where the descriptor was not seen', () => {
    const bare = demoJar({}, manifestText({ [profile]: undefined }))
    expect(told(check, [packageFetched(bare)])).toEqual([absent])
  })

  it('are not compared with a manifest that cannot be taken out', () => {
    expect(told(check, [descriptorFetched(), packageFetched('no archive')])).toEqual([absent])
  })
})
