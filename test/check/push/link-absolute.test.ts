import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/link-absolute.ts'
import { bareSi, href, pushed, si, toldOf } from './push-trace.ts'

describe('the link of an indication', () => {
  it.each([href, 'https://ota.test:8443/a?b=c&d=%20#e'])('may be %s', (link) => {
    expect(toldOf(check, pushed(si({ href: link })))).toEqual(['pass: an absolute URL'])
  })

  it.each([
    ['/demo.jad', 'no absolute http or https URL'],
    ['//ota.test/demo.jad', 'no absolute http or https URL'],
    ['ftp://ota.test/demo.jad', 'no absolute http or https URL'],
    ['http:///demo.jad', 'no absolute http or https URL'],
    ['http://ota.test/a?b=c&amp;d=e', 'an escape of XML'],
    ['http://ota.test/my demo.jad', 'a blank or a character beyond ASCII'],
  ])('is not %s', (link, trouble) => {
    expect(toldOf(check, pushed(si({ href: link })))).toEqual([
      `fail: Unexpected ${trouble} in "${link}", expected an absolute http or https URL in ASCII.`,
    ])
  })

  it('is looked at where there is one', () => {
    expect(toldOf(check, pushed(bareSi({ text: 'Install' })))).toEqual([
      'not-applicable: no service indication with a link was sent',
    ])
  })
})
