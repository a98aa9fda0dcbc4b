import { describe, expect, it } from 'vitest'
import { loadPhones } from '../../src/handset/phone-catalogue.ts'
import { describePhone } from '../../src/profile/describe-phone.ts'
import type { Profile } from '../../src/profile/profile.ts'
import { readUaProf } from '../../src/wire/uaprof.ts'
import { writeUaProf } from '../../src/wire/uaprof-writer.ts'

const { profiles } = await loadPhones()

function profileOf(id: string): Profile {
  const profile = profiles.find((one) => one.id === id)
  if (profile === undefined) throw new Error(`no profile ${id}`)
  return profile
}

describe('the UAProf document of a phone', () => {
  it('says what its profile says', () => {
    expect(describePhone(profileOf('nokia-n95'))).toEqual({
      vendor: 'Nokia',
      model: 'N95',
      screen: { width: 240, height: 320 },
      javaPlatforms: ['MIDP-1.0', 'MIDP-2.0', 'CLDC-1.0', 'CLDC-1.1'],
      accept: [
        'text/vnd.sun.j2me.app-descriptor',
        'application/java-archive',
        'application/java',
        'x-epoc/x-sisx-app',
      ],
      osName: 'Symbian OS',
      osVersion: '9.2',
      wmlDeckSize: undefined,
      pushAccept: [
        'text/vnd.wap.si',
        'application/vnd.wap.sic',
        'text/vnd.wap.sl',
        'application/vnd.wap.slc',
      ],
      pushMsgSize: undefined,
    })
  })

  it.each([
    ['htc-excalibur', ['HTC', 'S620', 'Windows CE', '5.2']],
    ['htc-wizard', ['HTC', 'Wizard', 'Windows CE', '5.1']],
    ['htc-diamond-opera', ['HTC', 'Touch Diamond', 'Windows CE', '5.2']],
    ['sonyericsson-p990i', ['Sony Ericsson', 'P990i', 'Symbian OS', '9.1']],
    ['sonyericsson-k800i', ['Sony Ericsson', 'K800i', undefined, undefined]],
  ])('of %s names its maker, its model and its system: %j', (id, names) => {
    const { vendor, model, osName, osVersion } = describePhone(profileOf(id))
    expect([vendor, model, osName, osVersion]).toEqual(names)
  })

  it.each([
    ['takes SI and SL where nothing else is known of a Java phone', 'nokia-6300', 4],
    ['takes none where the phone drops them', 'htc-wizard', 0],
    ['takes SI alone where the phone ignores SL', 'hp-h6300', 0],
  ])('%s', (_, id, types) => {
    expect(describePhone(profileOf(id)).pushAccept.length).toBe(types)
  })

  it('says how large a page and a push may be', () => {
    const { wmlDeckSize, pushMsgSize } = describePhone(profileOf('midp2-plain'))
    expect([wmlDeckSize, pushMsgSize]).toEqual([10_000, 376])
  })

  it('lists SI without SL for a phone that ignores SL', () => {
    const phone = profileOf('hp-ipaq-510')
    const push = { wapPush: true, serviceLoading: 'ignores' } as const
    expect(describePhone({ ...phone, push }).pushAccept).toEqual([
      'text/vnd.wap.si',
      'application/vnd.wap.sic',
    ])
  })

  it('lists what the phone says in Accept, without its qualities', () => {
    const phone = profileOf('hp-ipaq-510')
    const accept = { descriptor: 'text/html, application/cab;q=0.8,, */*' }
    expect(describePhone({ ...phone, accept, midpProfiles: [] }).accept).toEqual([
      'text/html',
      'application/cab',
      '*/*',
    ])
  })

  it.each(profiles.map((profile) => [profile.id, profile] as const))(
    'of %s is read as it was written',
    (_, profile) => {
      const described = describePhone(profile)
      expect(readUaProf(writeUaProf(described))).toEqual(described)
    },
  )
})
