import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extensionOf, fileNameOf } from '../../src/wire/file-name.ts'

const url = 'http://ota.test/d/8fe2'

describe('the name of what was sent', () => {
  it.each([
    ['in quotes', 'attachment; filename="client.sis"', 'client.sis'],
    ['without quotes', 'attachment; filename=client.cab', 'client.cab'],
    ['of what is shown in place', 'inline; filename="client.sisx"', 'client.sisx'],
    ['with a quote in it', 'attachment; filename="a\\"b.cab"', 'a"b.cab'],
    ['in capitals', 'ATTACHMENT; FILENAME=A.CAB', 'A.CAB'],
  ])('is that of Content-Disposition, %s', (_, value, name) => {
    expect(fileNameOf(url, [['content-disposition', value]])).toBe(name)
  })

  it.each([
    ['http://ota.test/a/client.cab?x=/y.sis', 'client.cab'],
    ['http://ota.test/a/my%20client.sis', 'my client.sis'],
    ['http://ota.test/a/100%', '100%'],
    ['http://ota.test/a/', undefined],
    ['no URL', undefined],
  ])('is else the last segment of %s', (place, name) => {
    expect(fileNameOf(place, [])).toBe(name)
  })

  it('ends in an extension, or in none', () => {
    expect(extensionOf('Client.SISX')).toBe('.sisx')
    expect(extensionOf('client')).toBe('')
    expect(extensionOf(undefined)).toBe('')
  })

  it('is found or not, whatever the field holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, place) => {
        const name = fileNameOf(place, [['Content-Disposition', value]])
        return name === undefined || name.length > 0
      }),
    )
  })
})
