import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/vary.ts'
import type { Header } from '../../../src/trace/events.ts'
import { descriptorFetched, descriptorText, jadType, notifyUrl, told } from '../trace-builder.ts'

const small = descriptorText({ 'MIDlet-Description': 'For small screens' })
const fetched = (body: string, vary: string | undefined, requestHeaders: readonly Header[] = []) =>
  descriptorFetched(body, {
    headers: [jadType, ...(vary === undefined ? [] : ([['Vary', vary]] as const))],
    requestHeaders,
  })
const otherPhone = [['User-Agent', 'Small/1.0']] as const
const otherLanguage = [['Accept-Language', 'fi']] as const

describe('a descriptor that is another one for another phone', () => {
  it('says so with Vary', () => {
    const both = [fetched(descriptorText(), 'User-Agent'), fetched(small, 'user-agent', otherPhone)]
    expect(told(check, both)).toEqual(['pass: descriptors differ, and Vary says so'])
  })

  it('may say that it varies by anything', () => {
    const both = [fetched(descriptorText(), '*'), fetched(small, '*', otherPhone)]
    expect(told(check, both)).toEqual(['pass: descriptors differ, and Vary says so'])
  })

  it('does not keep it secret', () => {
    const both = [
      fetched(descriptorText(), 'User-Agent'),
      fetched(small, 'Accept-Charset', otherPhone),
    ]
    expect(told(check, both)).toEqual([
      'fail: Unexpected "Vary: Accept-Charset" on a descriptor that differs, expected Vary with User-Agent.',
    ])
  })

  it('says by language where that made the difference', () => {
    const both = [
      fetched(descriptorText(), 'Accept-Language'),
      fetched(small, undefined, otherLanguage),
    ]
    expect(told(check, both)).toEqual([
      'fail: Unexpected no Vary on a descriptor that differs, expected Vary with Accept-Language.',
    ])
  })
})

describe('a descriptor that is the same for another phone', () => {
  it('needs no Vary, even with URLs of its own', () => {
    const again = descriptorText({ 'MIDlet-Install-Notify': `${notifyUrl}d` })
    const both = [fetched(descriptorText(), undefined), fetched(again, undefined, otherPhone)]
    expect(told(check, both)).toEqual(['pass: the same descriptor for another User-Agent'])
  })

  it('cannot be told from one fetch, nor from two by one phone', () => {
    const once = fetched(descriptorText(), undefined)
    expect(told(check, [once, once])).toEqual([
      'not-applicable: no link was opened by two phones of different User-Agent or language',
    ])
  })
})
