import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/update/version-raised.ts'
import { base, toldOfLinks, updated } from './update-trace.ts'

const old = { ...base, values: { 'MIDlet-Version': '1.9' } }

describe('the version of an update', () => {
  it.each(['1.9.1', '1.10', '2.0.0'])('may be %s after 1.9', (version) => {
    expect(toldOfLinks(check, [old, updated({ 'MIDlet-Version': version })])).toEqual([
      `pass: ${version} after 1.9`,
    ])
  })

  it.each(['1.9', '1.9.0', '1.8.99', '0.1'])('is not %s after 1.9', (version) => {
    expect(toldOfLinks(check, [old, updated({ 'MIDlet-Version': version })])).toEqual([
      `fail: Unexpected version ${version} of an update, expected one later than 1.9.`,
    ])
  })

  it('cannot be compared where it is none', () => {
    expect(toldOfLinks(check, [old, updated({ 'MIDlet-Version': '2.0-beta' })])).toEqual([
      'inconclusive: blocked by descriptor/version-syntax: a version cannot be read',
    ])
  })

  it('is for links to newer versions alone', () => {
    const outdated = { link: 'outdated', values: { 'MIDlet-Version': '1.0' } }
    expect(toldOfLinks(check, [old, outdated])).toEqual([
      'not-applicable: no descriptor of a suite and of its update, as the target file names them, were both sent',
    ])
  })
})
