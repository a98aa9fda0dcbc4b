import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/jar-url-absolute.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const leading = (url: string | undefined) =>
  told(check, [descriptorFetched(descriptorText({ 'MIDlet-Jar-URL': url }))])

describe('the URL of a package', () => {
  it('is absolute', () => {
    expect(leading('http://ota.test:8080/suites/demo.jar?id=7')).toEqual([
      'pass: MIDlet-Jar-URL is an absolute http URL',
    ])
  })

  it.each([
    'demo.jar',
    '/demo.jar',
    '../demo.jar',
    '//ota.test/demo.jar',
    'https://ota.test/demo.jar',
    'http://ota.test/my demo.jar',
  ])('is not %s', (url) => {
    expect(leading(url)).toEqual([
      `fail: Unexpected MIDlet-Jar-URL "${url}", expected an absolute http URL.`,
    ])
  })

  it('that is missing is for the check of mandatory attributes', () => {
    expect(leading(undefined)).toEqual([
      'not-applicable: no descriptor has a MIDlet-Jar-URL that can be read',
    ])
  })
})
