import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/notify-url-http.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const notified = (url: string) =>
  told(check, [descriptorFetched(descriptorText({ 'MIDlet-Delete-Notify': url }))])

describe('a notify URL', () => {
  it('is absolute and begins with http:', () => {
    expect(notified('HTTP://ota.test/d?suite=7&key=%20')).toEqual([
      'pass: MIDlet-Install-Notify is an http URL',
    ])
  })

  it.each(['https://ota.test/d', '/d', 'd', 'ftp://ota.test/d', 'http://ota.test/a b'])(
    'is not %s',
    (url) => {
      expect(notified(url)).toEqual([
        `fail: Unexpected MIDlet-Delete-Notify "${url}", expected an absolute http URL.`,
      ])
    },
  )
})
