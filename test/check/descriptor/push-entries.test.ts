import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/push-entries.ts'
import {
  demoClass,
  demoJar,
  descriptorFetched,
  descriptorText,
  manifestText,
  packageFetched,
  told,
} from '../trace-builder.ts'

const pushed = (entries: Readonly<Record<string, string | undefined>>) =>
  told(check, [descriptorFetched(descriptorText(entries))])
const entry = 'socket://:7101, acme.Demo, *'
const jarWithPush = demoJar(
  { 'acme/Demo.class': demoClass() },
  manifestText({ 'MIDlet-Push-1': entry }),
)

describe('a push entry', () => {
  it('has connection, class and allowed sender', () => {
    expect(pushed({ 'MIDlet-Push-1': entry })).toEqual(['pass: MIDlet-Push-1 names acme.Demo'])
    expect(pushed({ 'MIDlet-Push-1': 'socket://:7101, acme.Demo' })).toEqual([
      expect.stringMatching(
        /^fail: Unexpected MIDlet-Push-1 "socket:\/\/:7101, acme.Demo" in line 11 \(octet \d+\), expected connection, class, allowed sender\.$/,
      ),
    ])
  })

  it('is numbered from 1 without a gap', () => {
    expect(pushed({ 'MIDlet-Push-1': entry, 'MIDlet-Push-3': entry })).toEqual([
      expect.stringMatching(
        /^fail: Unexpected MIDlet-Push-3 in line 12 \(octet \d+\) after 1 in sequence, expected numbers from 1 without a gap\.$/,
      ),
    ])
    expect(pushed({ 'MIDlet-Push-01': entry })).toEqual([
      expect.stringMatching(/^fail: Unexpected MIDlet-Push-01 in line 11 /),
    ])
  })

  it('names the class of a MIDlet of the suite', () => {
    expect(pushed({ 'MIDlet-Push-1': 'sms://:50000, acme.Other, *' })).toEqual([
      expect.stringMatching(/^fail: Unexpected MIDlet-Push-1 for acme\.Other in line 11 /),
    ])
  })

  it('can name one that is in the manifest', () => {
    const text = descriptorText({ 'MIDlet-1': undefined, 'MIDlet-Push-1': entry })
    expect(told(check, [descriptorFetched(text), packageFetched(jarWithPush)])).toEqual([
      'pass: MIDlet-Push-1 names acme.Demo',
    ])
  })

  it('cannot be judged where the suite is not known', () => {
    expect(pushed({ 'MIDlet-1': undefined, 'MIDlet-Push-1': entry })).toEqual([
      'inconclusive: blocked by package/available: no MIDlets to compare MIDlet-Push-1 with',
    ])
  })

  it('is not in the manifest alone', () => {
    expect(told(check, [descriptorFetched(), packageFetched(jarWithPush)])).toEqual([
      'fail: Unexpected MIDlet-Push-1 in the manifest alone, expected it in the descriptor too.',
    ])
  })

  it('is not in most suites', () => {
    expect(told(check, [descriptorFetched(), packageFetched()])).toEqual([
      'not-applicable: neither a descriptor nor a manifest has push entries',
    ])
  })
})
