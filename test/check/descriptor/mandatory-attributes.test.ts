import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/mandatory-attributes.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

describe('a descriptor', () => {
  it('with all five mandatory attributes is complete', () => {
    expect(told(check, [descriptorFetched()])).toEqual(['pass: all mandatory attributes are there'])
  })

  it.each(['MIDlet-Name', 'MIDlet-Version', 'MIDlet-Vendor', 'MIDlet-Jar-URL', 'MIDlet-Jar-Size'])(
    'without %s, or with an empty one, is not',
    (name) => {
      expect(told(check, [descriptorFetched(descriptorText({ [name]: undefined }))])).toEqual([
        `fail: Unexpected descriptor without ${name}, expected ${name} with a value.`,
      ])
      expect(told(check, [descriptorFetched(descriptorText({ [name]: '' }))])).toEqual([
        `fail: Unexpected empty ${name}, expected ${name} with a value.`,
      ])
    },
  )

  it('that is empty lacks all five', () => {
    expect(told(check, [descriptorFetched('')])).toHaveLength(5)
  })

  it.each([
    ['in letters of another case', 'descriptor/attribute-name-case', 'Midlet-name: Demo'],
    ['with a blank before the colon', 'descriptor/grammar', 'MIDlet-Name : Demo'],
    ['behind a lone CR', 'descriptor/grammar', 'Acme-Edition: full\rMIDlet-Name: Demo'],
  ])('that has an attribute %s is told by %s alone', (_, blocker, line) => {
    const text = `${line}\r\n${descriptorText({ 'MIDlet-Name': undefined })}`
    expect(told(check, [descriptorFetched(text)])).toEqual([
      `inconclusive: blocked by ${blocker}: MIDlet-Name is there, but cannot be read`,
    ])
  })

  it('whose first name is spoilt by a byte order mark is told by that check alone', () => {
    expect(told(check, [descriptorFetched(`\u{FEFF}${descriptorText()}`)])).toEqual([
      'inconclusive: blocked by descriptor/no-byte-order-mark: MIDlet-Name is there, but cannot be read',
    ])
  })
})
