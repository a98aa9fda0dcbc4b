import { getResponse } from 'msw'
import { expect, test } from 'vitest'
import { createReference } from '../../src/reference/reference.ts'

const origin = 'http://ota.test'

function open() {
  const reference = createReference({ origin, now: () => 0 })
  const get = async (place: string) => {
    const response = await getResponse(reference.handlers, new Request(new URL(place, origin)))
    return new Uint8Array((await response?.arrayBuffer()) ?? [])
  }
  const promise = async (place: string) => {
    const text = new TextDecoder().decode(await get(place))
    const value = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? ''
    return {
      version: value('MIDlet-Version').trim(),
      url: value('MIDlet-Jar-URL').trim(),
      size: Number(value('MIDlet-Jar-Size')),
    }
  }
  return { reference, get, promise }
}

test('a published version is under the old link, and a visit from before gets what it was promised', async () => {
  const { reference, get, promise } = open()
  const before = await promise('/demo.jad')
  const old = await get(before.url)
  reference.publish()
  const after = await promise('/demo.jad')
  expect([before.version, after.version]).toEqual(['1.0.0', '1.1.0'])
  expect(await get(before.url)).toEqual(old)
  const newer = await get(after.url)
  expect(newer.length).toBe(after.size)
  expect(newer).not.toEqual(old)
})

test('who asks for the package alone gets what is published, and other suites stay as they are', async () => {
  const { reference, get, promise } = open()
  const [alone, signed] = [await get('/demo.jar'), await promise('/signed.jad')]
  reference.publish()
  reference.publish()
  expect(await get('/demo.jar')).not.toEqual(alone)
  expect((await promise('/signed.jad')).version).toBe(signed.version)
})
