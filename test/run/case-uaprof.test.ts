import { describe, expect, it } from 'vitest'
import { loadPhones } from '../../src/handset/phone-catalogue.ts'
import { createProfileHost } from '../../src/network/profile-host.ts'
import { announceProfile, withholdProfile } from '../../src/run/case-uaprof.ts'
import type { TraceFact } from '../../src/trace/events.ts'
import { readUaProf } from '../../src/wire/uaprof.ts'

const { profiles } = await loadPhones()
const [n95] = profiles.filter(({ id }) => id === 'nokia-n95')
const url = 'http://nds1.nds.nokia.com/uaprof/NN95-1r100.xml'

function announce(place: Parameters<typeof announceProfile>[1], profile = n95) {
  if (profile === undefined) throw new Error('no such phone')
  const facts: TraceFact[] = []
  const announced = announceProfile(profile, place, {
    record: (_, fact) => {
      facts.push(fact)
      return { ...fact, seq: 0, at: 0, actor: 'network' }
    },
  })
  return { announced: announced.uaprof, facts }
}

describe('the UAProf document of the phone of a case', () => {
  it('lies where the phone says, and the trace tells who fetched it', () => {
    const host = createProfileHost()
    const { announced, facts } = announce({ host, addressOf: (of) => `${of}#here` })
    expect(announced).toBe(`${url}#here`)
    const reply = host.ask({ url, by: 'a server' })
    expect(reply.kind === 'answer' && readUaProf(reply.octets).model).toBe('N95')
    expect(facts).toEqual([
      { type: 'uaprof.fetched', url, by: 'a server', got: 'the document', served: true },
    ])
  })

  it.each([
    ['that of its maker where nobody else has it', undefined, url],
    ['none where it is withheld', { addressOf: () => undefined }, undefined],
  ])('is %s', (_, place, announced) => {
    expect(announce(place)).toEqual({ announced, facts: [] })
  })

  it('is none of a phone that has none', () => {
    const plain = profiles.find(({ id }) => id === 'midp2-plain')
    expect(announce({ addressOf: () => 'http://127.0.0.1/a' }, plain).announced).toBeUndefined()
  })
})

it('a phone in the hands of a person says nothing of its document, and is the same otherwise', () => {
  expect(n95 && withholdProfile(n95)).toEqual({ ...n95, uaprof: undefined })
})
