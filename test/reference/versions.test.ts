import { describe, expect, it } from 'vitest'
import { updateLinks } from '../../src/target/update-links.ts'
import { inspectJar } from '../../src/wire/jar.ts'
import { attribute, origin, talkTo } from './dialogue.ts'

describe('other versions of the suite', () => {
  it.each([
    ['outdated', '0.9.0', '/demo.jad?build=0.9.0', '/demo.jar?build=0.9.0'],
    ['updated', '1.1.0', '/demo.jad?build=updated', '/demo.jar?build=updated'],
    [
      'updated-elsewhere',
      '1.1.0',
      '/next/demo.jad?build=updated-elsewhere',
      '/next/demo.jar?build=updated-elsewhere',
    ],
    [
      'newly-signed-descriptor-elsewhere',
      '1.1.0',
      '/next/demo.jad?build=newly-signed-descriptor-elsewhere',
      '/demo.jar?build=newly-signed-descriptor-elsewhere',
    ],
    [
      'signed-by-another-package-elsewhere',
      '1.1.0',
      '/signed.jad?build=signed-by-another-package-elsewhere',
      '/next/signed.jar?build=signed-by-another-package-elsewhere',
    ],
  ])('%s', async (link, version, path, jarPath) => {
    const { ask, reference } = talkTo()
    expect(reference.links[link]).toBe(`${origin}${path}`)
    const { text } = await ask(`${origin}${path}`)
    const jarUrl = attribute(text, 'MIDlet-Jar-URL')
    expect([jarUrl, attribute(text, 'MIDlet-Version')]).toEqual([
      `${origin}${jarPath}&visit=v1`,
      version,
    ])
    const { octets } = await ask(jarUrl)
    expect(octets.length).toBe(Number(attribute(text, 'MIDlet-Jar-Size')))
    const manifest = inspectJar(octets).manifest?.main ?? []
    expect(manifest.find(({ name }) => name === 'MIDlet-Version')?.value).toBe(version)
  })

  it('have every link that a target file can name for them', () => {
    const { links } = talkTo().reference
    expect(Object.keys(updateLinks).filter((name) => links[name] === undefined)).toEqual([])
  })

  it('that are no longer offered, are gone', async () => {
    const { ask, reference } = talkTo()
    expect((await ask(reference.links.expired)).status).toBe(410)
  })

  it('that nobody built, are not there', async () => {
    expect((await talkTo().ask(`${origin}/demo.jad?build=2.0.0`)).status).toBe(404)
  })
})
