import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/session/own-notify-urls.ts'
import { descriptorFetched, descriptorText, notifyUrl, told } from '../trace-builder.ts'

const absent =
  'not-applicable: no descriptor with MIDlet-Install-Notify was fetched twice from one URL'
const other = descriptorText({ 'MIDlet-Install-Notify': `${notifyUrl}2` })

describe('the install notify URL of a descriptor', () => {
  it('is new each time', () => {
    expect(told(check, [descriptorFetched(), descriptorFetched(other)])).toEqual([
      'pass: the URL for the report is another than before',
    ])
  })

  it('is not the one of before', () => {
    expect(told(check, [descriptorFetched(), descriptorFetched()])).toEqual([
      `fail: Unexpected MIDlet-Install-Notify ${notifyUrl} as before, expected a URL of its own.`,
    ])
  })

  it('is not compared where there is none, nor with that of another link', () => {
    const without = descriptorFetched(descriptorText({ 'MIDlet-Install-Notify': undefined }))
    const elsewhere = descriptorFetched(descriptorText(), { url: 'http://ota.test/other.jad' })
    expect(told(check, [without, descriptorFetched()])).toEqual([absent])
    expect(told(check, [descriptorFetched(), elsewhere])).toEqual([absent])
  })
})
