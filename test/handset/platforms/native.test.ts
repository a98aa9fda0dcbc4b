import { describe, expect, it } from 'vitest'
import { s602nd, s603rd } from '../../../src/handset/platforms/symbian.ts'
import { pocketPc, smartphone } from '../../../src/handset/platforms/windows-mobile.ts'

const files = ['demo.jad', 'demo.jar', 'client.sis', 'client.SISX', 'client.cab', 'page.html']

function installed({ browser }: typeof s603rd): readonly string[] {
  return files.filter((file) => browser.installs(`http://ota.test/get/${file}?x=client.cab`))
}

describe('of the links on a page, a user goes for the one', () => {
  it('for Symbian on a Symbian phone', () => {
    expect(installed(s602nd)).toEqual(['client.sis', 'client.SISX'])
    expect(installed(s603rd)).toEqual(['client.sis', 'client.SISX'])
  })

  it('for Windows Mobile on Windows Mobile', () => {
    expect(installed(pocketPc)).toEqual(['client.cab'])
    expect(installed(smartphone)).toEqual(['client.cab'])
  })
})
