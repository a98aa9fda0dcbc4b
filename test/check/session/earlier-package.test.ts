import { describe, expect, it } from 'vitest'
import available from '../../../src/check/checks/package/available.ts'
import check from '../../../src/check/checks/session/earlier-package.ts'
import {
  descriptorFetched,
  descriptorText,
  jarUrl,
  packageFetched,
  told,
} from '../trace-builder.ts'

const absent = 'not-applicable: no package was asked for after its link had been opened again'
const urls = [`${jarUrl}?1`, `${jarUrl}?2`] as const
const [first, second] = urls.map((url) =>
  descriptorFetched(descriptorText({ 'MIDlet-Jar-URL': url })),
)
const fetched = (url: string, status = 200) => packageFetched(undefined, { url, status })

function opened(...more: readonly ReturnType<typeof fetched>[]) {
  return [first, second, ...more].filter((fact) => fact !== undefined)
}

describe('a package whose link was opened again', () => {
  it('is given', () => {
    expect(told(check, opened(fetched(urls[1]), fetched(urls[0])))).toEqual([
      'pass: status 200 for a package whose link was opened again',
    ])
  })

  it('is not refused', () => {
    const facts = opened(fetched(urls[1]), fetched(urls[0], 404))
    expect(told(check, facts)).toEqual([
      'fail: Unexpected status 404 for a package whose link was opened again, expected the package, as without it.',
    ])
    expect(told(available, facts)).toEqual([`pass: status 200 at ${urls[1]}`])
  })

  it('says nothing where no package is given at all', () => {
    expect(told(check, opened(fetched(urls[1], 404), fetched(urls[0], 404)))).toEqual([
      'inconclusive: blocked by package/available: status 404',
    ])
  })

  it('has a URL of its own', () => {
    expect(told(check, opened(fetched(urls[1])))).toEqual([absent])
    expect(told(check, [descriptorFetched(), descriptorFetched(), packageFetched()])).toEqual([
      absent,
    ])
  })
})
