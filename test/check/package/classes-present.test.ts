import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/classes-present.ts'
import {
  demoClass,
  demoJar,
  descriptorFetched,
  descriptorText,
  manifestText,
  packageFetched,
  told,
} from '../trace-builder.ts'

const absent = 'not-applicable: no readable package was sent that names MIDlets'

const naming = (midlet: string | undefined) =>
  descriptorFetched(descriptorText({ 'MIDlet-1': midlet }))

describe('the files that MIDlets name', () => {
  it('are in the package', () => {
    const jar = demoJar({ 'acme/Demo.class': demoClass(), 'icons/demo.png': 'png' })
    const facts = [naming('Demo, /icons/demo.png, acme.Demo'), packageFetched(jar)]
    expect(told(check, facts)).toEqual(['pass: 2 files of MIDlets are there'])
  })

  it('include the class', () => {
    expect(told(check, [naming('Demo,,acme.demo'), packageFetched()])).toEqual([
      'fail: Unexpected package without acme/demo.class, expected every class and icon that MIDlet-<n> names.',
    ])
  })

  it('include the icon', () => {
    expect(told(check, [naming('Demo,/i.png,acme.Demo'), packageFetched()])).toEqual([
      'fail: Unexpected package without i.png, expected every class and icon that MIDlet-<n> names.',
    ])
  })

  it('are those of the manifest where the descriptor names none', () => {
    const jar = demoJar({}, manifestText())
    const missing =
      'fail: Unexpected package without acme/Demo.class, expected every class and icon that MIDlet-<n> names.'
    expect(told(check, [packageFetched(jar)])).toEqual([missing])
    expect(told(check, [naming(undefined), packageFetched(jar)])).toEqual([missing])
  })

  it('are not sought where nothing is named, or nothing can be read', () => {
    const jar = demoJar({}, manifestText({ 'MIDlet-1': undefined }))
    expect(told(check, [packageFetched(jar)])).toEqual([absent])
    expect(told(check, [packageFetched('no archive')])).toEqual([absent])
  })
})
