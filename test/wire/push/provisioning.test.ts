import { describe, expect, test } from 'vitest'
import { parseMarkup } from '../../../src/wire/markup.ts'
import {
  networkPinKey,
  provisioningMac,
  readProvisioning,
} from '../../../src/wire/push/provisioning.ts'
import { attempt } from '../attempt.ts'
import { octetsOf } from '../octets-of.ts'
import { provisioningVectors } from './provisioning.table.ts'

const octets = (text: string) => new TextEncoder().encode(text)
const read = (xml: string) => readProvisioning(parseMarkup(octets(xml)).root)

describe('a provisioning document', () => {
  test('has groups of parameters in groups', () => {
    const xml =
      '<wap-provisioningdoc version="1.1"><characteristic type="A"><parm name="B" value="c"/>' +
      '<parm name="D"/><characteristic type="E"/></characteristic></wap-provisioningdoc>'
    expect(read(xml)).toEqual({
      provisioning: {
        version: '1.1',
        characteristics: [
          {
            type: 'A',
            parameters: [
              { name: 'B', value: 'c' },
              { name: 'D', value: undefined },
            ],
            characteristics: [{ type: 'E', parameters: [], characteristics: [] }],
          },
        ],
      },
      deviations: [],
    })
  })

  test('deviates where a name or a type is missing', () => {
    const xml =
      '<wap-provisioningdoc a="b"><parm name="c"/><characteristic><parm value="d"/>e' +
      '</characteristic></wap-provisioningdoc>'
    expect(read(xml).deviations.map(({ rule, found }) => [rule, found])).toEqual([
      ['unexpected-attribute', 'a of wap-provisioningdoc'],
      ['unexpected-element', 'parm in wap-provisioningdoc'],
      ['unexpected-text', 'e'],
      ['missing-type', 'characteristic'],
      ['missing-name', 'parm'],
    ])
  })

  test('is no other document', () => {
    expect(attempt(() => read('<si/>'))).toEqual({
      kind: 'refused',
      code: 'wire/cp-root',
      offset: 0,
    })
  })
})

describe('the MAC of a provisioning document', () => {
  const bodyOf = (id: string) =>
    octetsOf(provisioningVectors.find((row) => row.id === id)?.hex ?? '')

  // Gecko's tests of its authenticator, and what Kannel 1.4.5 sent for pin=1234.
  test.each([
    ['V26', octets('0000'), 'AA2DC41FC48AEEF3FED7351B1EE704461A8894D4'],
    ['V27', octetsOf('4966291330412525'), '1AF545FE2823DC9347064450F90FF1BBF957E146'],
    ['V29', octets('1234'), 'CC20C269B44BEAA6DBE795ECEC64ADFBD80BC2AC'],
  ])('of %s', (id, key, mac) => {
    expect(provisioningMac(bodyOf(id), key)).toBe(mac)
  })

  test.each([
    ['466923103145252', octetsOf('4966291330412525')],
    ['46692310314525', octetsOf('41662913304125F5')],
    ['46692310314525x', undefined],
    ['', undefined],
  ])('has a key from the IMSI %s', (imsi, key) => {
    expect(networkPinKey(imsi)).toEqual(key)
  })
})
