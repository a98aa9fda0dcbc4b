import { describe, expect, it } from 'vitest'
import { inspectJar } from '../../src/wire/jar.ts'
import { attribute, origin, talkTo } from './dialogue.ts'

describe('other versions of the suite', () => {
  it.each([
    ['updated', '1.1.0', '/demo.jad?build=1.1.0', '/demo.jar?build=1.1.0&visit=v1'],
    ['outdated', '0.9.0', '/demo.jad?build=0.9.0', '/demo.jar?build=0.9.0&visit=v1'],
    ['updated-elsewhere', '1.1.0', '/next/demo.jad', '/next/demo.jar?visit=v1'],
    [
      'updated-descriptor-elsewhere',
      '1.1.0',
      '/next/demo.jad?build=1.1.0',
      '/demo.jar?build=1.1.0&visit=v1',
    ],
    [
      'updated-package-elsewhere',
      '1.1.0',
      '/demo.jad?build=moved',
      '/next/demo.jar?build=moved&visit=v1',
    ],
  ] as const)('%s', async (link, version, path, jarPath) => {
    const { ask, reference } = talkTo()
    expect(reference.links[link]).toBe(`${origin}${path}`)
    const { text } = await ask(reference.links[link])
    const jarUrl = attribute(text, 'MIDlet-Jar-URL')
    expect([jarUrl, attribute(text, 'MIDlet-Version')]).toEqual([`${origin}${jarPath}`, version])
    const { octets } = await ask(jarUrl)
    expect(octets.length).toBe(Number(attribute(text, 'MIDlet-Jar-Size')))
    const manifest = inspectJar(octets).manifest?.main ?? []
    expect(manifest.find(({ name }) => name === 'MIDlet-Version')?.value).toBe(version)
  })

  it('that nobody built, are not there', async () => {
    expect((await talkTo().ask(`${origin}/demo.jad?build=2.0.0`)).status).toBe(404)
  })
})
