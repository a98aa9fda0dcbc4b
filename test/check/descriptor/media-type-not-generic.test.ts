import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/media-type-not-generic.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const labelled = (type: string) =>
  told(check, [descriptorFetched(descriptorText(), { headers: [['Content-Type', type]] })])

describe('a descriptor that is labelled wrongly', () => {
  it.each(['text/plain', 'text/html', 'application/octet-stream'])(
    'as %s is shown or saved by phones',
    (type) => {
      expect(labelled(`${type}; charset=utf-8`)).toEqual([
        `fail: Unexpected the generic media type ${type}, expected one of its own.`,
      ])
    },
  )

  it('as nothing at all is too', () => {
    expect(told(check, [descriptorFetched(descriptorText(), { headers: [] })])).toEqual([
      'fail: Unexpected no media type, expected one of its own.',
    ])
  })

  it('with a type of its own is left to the check of the media type', () => {
    expect(labelled('application/x-java-jad')).toEqual(['pass: labelled application/x-java-jad'])
  })
})
