import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPapAddress, parsePapAddress } from '../../../src/wire/pap/address.ts'

describe('an address of a client', () => {
  test.each([
    [
      'WAPPUSH=+447700900123/TYPE=PLMN@ppg.example.com',
      { specifier: '+447700900123', type: 'PLMN', gateway: 'ppg.example.com' },
    ],
    [
      'wappush=+447700900123/type=plmn',
      { specifier: '+447700900123', type: 'PLMN', gateway: undefined },
    ],
    [
      'WAPPUSH=john.doe%40wapforum.org/TYPE=USER@ppg.example.com',
      { specifier: 'john.doe@wapforum.org', type: 'USER', gateway: 'ppg.example.com' },
    ],
    ['WAPPUSH=10.0.0.1/TYPE=IPv4@g', { specifier: '10.0.0.1', type: 'IPV4', gateway: 'g' }],
    ['WAPPUSH=%FF/TYPE=USER@g', { specifier: '\uFFFD', type: 'USER', gateway: 'g' }],
  ])('%s', (text, address) => {
    expect(parsePapAddress(text)).toEqual(address)
  })

  test.each([
    '',
    '+447700900123/TYPE=PLMN@g',
    'WAPPUSH=447700900123/TYPE=PLMN@g',
    'WAPPUSH=+1234567890123456/TYPE=PLMN@g',
    'WAPPUSH=+447700900123',
    'WAPPUSH=+447700900123/TYPE=PLMN@',
    'WAPPUSH=/TYPE=PLMN@g',
    'WAPPUSH=a%4/TYPE=USER@g',
    'WAPPUSH=/+447700900123/TYPE=PLMN@g',
    `WAPPUSH=${'a'.repeat(1100)}/TYPE=USER@g`,
  ])('is not %.40s', (text) => {
    expect(parsePapAddress(text)).toBe(undefined)
  })

  test('comes back as it was written', () => {
    const address = fc.record({
      specifier: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      type: fc.constant('USER'),
      gateway: fc.option(fc.constant('ppg.example.com'), { nil: undefined }),
    })
    fc.assert(
      fc.property(address, (given) => {
        expect(parsePapAddress(formatPapAddress(given))).toEqual(given)
      }),
    )
    const phone = { specifier: '+447700900123', type: 'PLMN', gateway: 'g' }
    expect(formatPapAddress(phone)).toBe('WAPPUSH=+447700900123/TYPE=PLMN@g')
  })
})
