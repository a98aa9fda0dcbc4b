import { describe, expect, it } from 'vitest'
import { parseTarget } from '../../src/target/target.ts'
import { complaintOf } from '../complaint.ts'

const read = (lines: string) =>
  parseTarget(`links: { demo: http://ota.test/demo.jad }\n${lines}`, 'target.yaml')

describe('the policies of a target file', () => {
  it.each([
    ['', undefined],
    ['policies: {}', {}],
    ['policies: { other-platform: refuses }', { otherPlatform: 'refuses' }],
    [
      'policies: { other-platform: serves, ticket-uses: single }',
      { otherPlatform: 'serves', ticketUses: 'single' },
    ],
  ])('%s', (lines, policies) => {
    expect(read(lines).policies).toEqual(policies)
  })

  it.each([
    [
      'policies: { other-platform: refuse }',
      'target.yaml:2:29: policies.other-platform: Invalid option: expected one of "serves"|"refuses"',
      'Did you mean "refuses"?',
    ],
    [
      'policies: { ticket-use: many }',
      'target.yaml:2:13: policies: Unrecognized key: "ticket-use"',
      'Did you mean "ticket-uses"?',
    ],
  ])('%s is refused', (lines, message, hint) => {
    expect(complaintOf(() => read(lines))).toEqual({ code: 'data/schema', message, hint })
  })
})
