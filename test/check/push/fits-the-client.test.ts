import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/fits-the-client.ts'
import { caseFacts } from '../trace-builder.ts'
import { pushed, scripted, si, toldOf } from './push-trace.ts'

const onPhone = (pushBytesMax?: number) => ({ profile: { ...caseFacts().profile, pushBytesMax } })
const absent = ['not-applicable: no push was sent to a phone that says how large it may be']

describe('the document of a push', () => {
  it('is as large as the phone takes', () => {
    expect(toldOf(check, pushed(si()), onPhone(38))).toEqual(['pass: 38 of 38 octets'])
    expect(toldOf(check, pushed(si()), onPhone(37))).toEqual([
      'fail: Unexpected a document of 38 octets, expected at most 37 (Push-MsgSize).',
    ])
  })

  it('is not judged where the phone says nothing, or the scenario wrote it', () => {
    expect(toldOf(check, pushed(si()), onPhone())).toEqual(absent)
    expect(toldOf(check, [...scripted('si'), ...pushed(si())], onPhone(37))).toEqual(absent)
  })
})
