import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/midlet-entries.ts'
import {
  demoClass,
  demoJar,
  descriptorFetched,
  descriptorText,
  manifestText,
  packageFetched,
  told,
} from '../trace-builder.ts'

const listed = (entries: Readonly<Record<string, string | undefined>>) =>
  told(check, [descriptorFetched(descriptorText(entries))])
const classes = { 'acme/Demo.class': demoClass() }
const entry = 'Demo, /icon.png, acme.Demo'

describe('the MIDlets of a suite', () => {
  it('are numbered from 1 without a gap', () => {
    expect(listed({ 'MIDlet-2': entry })).toEqual(['pass: 2 MIDlets in sequence'])
    expect(listed({ 'MIDlet-3': entry, 'MIDlet-0': entry })).toEqual([
      expect.stringMatching(
        /^fail: Unexpected MIDlet-3 in line 11 \(octet \d+\) after 1 in sequence, expected numbers from 1 without a gap\.$/,
      ),
      expect.stringMatching(/^fail: Unexpected MIDlet-0 in line 12 /),
    ])
  })

  it.each(['Demo', 'Demo, acme.Demo', ', /icon.png, acme.Demo', 'Demo,,', 'Demo,,acme Demo'])(
    'are not listed as "%s"',
    (value) => {
      expect(listed({ 'MIDlet-1': value })).toEqual([
        expect.stringMatching(
          /^fail: Unexpected MIDlet-1 ".*" in line 6 \(octet \d+\), expected name, icon, class\.$/,
        ),
      ])
    },
  )
})

describe.each(['MIDlet-1', 'MicroEdition-Profile', 'MicroEdition-Configuration'])(
  'a suite whose descriptor leaves out %s',
  (name) => {
    const descriptor = descriptorFetched(descriptorText({ [name]: undefined }))

    it('may have it in its manifest', () => {
      expect(told(check, [descriptor, packageFetched()])).toEqual([
        expect.stringMatching(/^pass: /),
      ])
    })

    it('has it nowhere if not there', () => {
      const jar = demoJar(classes, manifestText({ [name]: undefined }))
      expect(told(check, [descriptor, packageFetched(jar)])).toEqual([
        `fail: Unexpected neither descriptor nor manifest with ${name}, expected it in one of them.`,
      ])
    })

    it('cannot be judged on a package that cannot be read', () => {
      expect(told(check, [descriptor, packageFetched('no archive')])).toEqual([
        `inconclusive: blocked by package/readable-archive: no manifest to find ${name} in`,
      ])
    })
  },
)
