import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/session/no-secrets-in-urls.ts'
import { descriptorFetched, descriptorText, exchanged, told } from '../trace-builder.ts'

const toldOf = (name: string, value: string) =>
  told(check, [descriptorFetched(descriptorText({ [name]: value }))])

describe('a URL of a descriptor', () => {
  it.each([
    'http://ota.test/n/1234567890123456',
    'http://ota.test/n?visit=491700000000',
    'http://ota.test/n?mobile=1',
    'http://ota.test/n?phone=Nokia6300',
    'http://ota.test/n?password=',
    'http://ota.test/n/%E0%A4%41',
    'http://ota.test/phone/6300/n',
  ])('may be %s', (url) => {
    expect(toldOf('MIDlet-Install-Notify', url)).toEqual(['pass: 3 URLs that tell nothing'])
  })

  it.each([
    ['http://user:secret@ota.test/n', 'user and password before the host'],
    ['http://ota.test/n?imsi=262011234567890', 'a number that identifies the subscriber, imsi'],
    ['http://ota.test/n?MSISDN=491700000000', 'a number that identifies the subscriber, MSISDN'],
    ['http://ota.test/msisdn/491700000000/n', 'a number that identifies the subscriber, msisdn'],
    ['http://ota.test/n;tel=%2B491700000000', 'a phone number, n;tel'],
    ['http://ota.test/n?to=%2B491700000000', 'a phone number, to'],
    ['http://ota.test/+491700000000', 'a phone number'],
    ['http://ota.test/n?a=1;pwd=secret', 'a password, pwd'],
  ])('is not %s', (url, secret) => {
    expect(toldOf('MIDlet-Delete-Notify', url)).toEqual([
      `fail: Unexpected ${secret} in MIDlet-Delete-Notify, expected an id that means nothing.`,
    ])
  })

  it('is the one of the package, too, even if relative', () => {
    expect(toldOf('MIDlet-Jar-URL', 'demo.jar?password=secret')).toEqual([
      'fail: Unexpected a password, password in MIDlet-Jar-URL, expected an id that means nothing.',
    ])
  })

  it('is one of a download descriptor, too', () => {
    const body =
      '<media xmlns="http://www.openmobilealliance.org/xmlns/dd"><objectURI>a.gif</objectURI>' +
      '<installNotifyURI>http://me:secret@ota.test/n</installNotifyURI>' +
      '<nextURL>http://ota.test/n?pwd=secret</nextURL></media>'
    expect(told(check, [exchanged({ url: 'http://ota.test/a.dd', body })])).toEqual([
      'fail: Unexpected user and password before the host in installNotifyURI, expected an id that means nothing.',
      'fail: Unexpected a password, pwd in nextURL, expected an id that means nothing.',
    ])
  })

  it('has to be there', () => {
    const without = descriptorText({
      'MIDlet-Jar-URL': undefined,
      'MIDlet-Install-Notify': undefined,
      'MIDlet-Delete-Notify': undefined,
    })
    expect(told(check, [descriptorFetched(without)])).toEqual([
      'not-applicable: no descriptor with a URL was sent',
    ])
  })
})
