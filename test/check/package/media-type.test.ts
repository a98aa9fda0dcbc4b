import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/media-type.ts'
import { packageFetched, told } from '../trace-builder.ts'

const labelled = (label: string) =>
  packageFetched(undefined, { headers: [['Content-Type', label]] })

describe('the label of a package', () => {
  it('is application/java-archive or application/java, in any case of letters', () => {
    for (const label of [
      'application/java-archive',
      'application/java',
      'Application/Java-Archive',
    ]) {
      expect(told(check, [labelled(label)])).toEqual([`pass: labelled ${label}`])
    }
  })

  it('may be missing', () => {
    expect(told(check, [packageFetched(undefined, { headers: [] })])).toEqual([
      'pass: no media type',
    ])
  })

  it.each(['application/octet-stream', 'application/zip', 'text/html', 'java', ''])(
    'is not "%s"',
    (label) => {
      expect(told(check, [labelled(label)])).toEqual([
        `fail: Unexpected Content-Type "${label}", expected application/java-archive or application/java.`,
      ])
    },
  )

  it('is not judged on answers that carry no package', () => {
    const page = packageFetched('gone', { status: 404, headers: [['Content-Type', 'text/html']] })
    expect(told(check, [page])).toEqual(['not-applicable: no package was sent'])
  })
})
