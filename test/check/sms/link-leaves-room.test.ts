import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/link-leaves-room.ts'
import { pushed, scripted, toldOf } from '../push/push-trace.ts'

const link = (letters: number) => 'http://ota.test/'.padEnd(letters, 'x')
const text = (words: string, letters: number) =>
  pushed({ kind: 'text', text: `${words} ${link(letters)}` })

describe('a text with a link', () => {
  it('is one message', () => {
    expect(toldOf(check, text('Install', 100))).toEqual(['pass: a link of 100 septets'])
    expect(toldOf(check, text('Install the client. '.repeat(4), 100))).toEqual([
      'fail: Unexpected a text of 2 segments, expected one message.',
    ])
  })

  it('may be longer where the scenario wrote it', () => {
    const facts = [...scripted('text'), ...text('Install the client. '.repeat(4), 100)]
    expect(toldOf(check, facts)).toEqual(['pass: a link of 100 septets'])
  })

  it('has a link that leaves room for what the scenario wrote', () => {
    expect(toldOf(check, [...scripted('text'), ...text('Install', 161)])).toEqual([
      'fail: Unexpected a link of 161 septets, expected one that fits a message of 160 with its text.',
    ])
  })

  it('is none without a link', () => {
    expect(toldOf(check, pushed({ kind: 'text', text: 'Hello' }))).toEqual([
      'not-applicable: no text with a link of the target was sent',
    ])
  })
})
