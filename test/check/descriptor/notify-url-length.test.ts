import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/notify-url-length.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const ofLength = (name: string, characters: number) =>
  told(check, [
    descriptorFetched(descriptorText({ [name]: 'http://ota.test/'.padEnd(characters, 'x') })),
  ])

describe.each(['MIDlet-Install-Notify', 'MIDlet-Delete-Notify'])('the URL of %s', (name) => {
  it('has up to 256 characters', () => {
    expect(ofLength(name, 256)).toEqual([expect.stringMatching(/^pass: /)])
    expect(ofLength(name, 257)).toEqual([
      `fail: Unexpected ${name} of 257 characters, expected at most 256.`,
    ])
  })
})

describe('a descriptor without notify URLs', () => {
  it('has none that is too long', () => {
    const text = descriptorText({
      'MIDlet-Install-Notify': undefined,
      'MIDlet-Delete-Notify': undefined,
    })
    expect(told(check, [descriptorFetched(text)])).toEqual([
      'not-applicable: no descriptor has a notify URL',
    ])
  })
})
