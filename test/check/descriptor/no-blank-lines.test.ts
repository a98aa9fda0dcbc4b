import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/no-blank-lines.ts'
import { descriptorFetched, told } from '../trace-builder.ts'

describe('blank lines', () => {
  it('are not in a descriptor that every phone reads', () => {
    expect(told(check, [descriptorFetched()])).toEqual(['pass: no blank lines'])
  })

  it('are each told with their place, empty or of blanks', () => {
    expect(told(check, [descriptorFetched('MIDlet-Name: Demo\n\nMIDlet-1: D,,d.D\n \n')])).toEqual([
      'fail: Unexpected blank line in line 2 (octet 18): "\\n", expected attributes line by line.',
      'fail: Unexpected white line in line 4 (octet 36): " ", expected attributes line by line.',
    ])
  })
})
