/** What servers call native packages by Content-Type. */
import { escapeText } from '../wire/escape.ts'
import { headerValue } from '../wire/http-fields.ts'
import { parseMediaType } from '../wire/media-types.ts'
import { fail, pass } from './check.ts'
import type { Judgement } from './check.ts'
import type { NativePackageEvidence } from './native-packages.ts'

/** @param wrong media types, without parameters, that lead elsewhere than to the installer */
export function judgeLabel(found: NativePackageEvidence, wrong: RegExp): Judgement {
  const label = headerValue(found.response.headers, 'Content-Type') ?? ''
  const essence = parseMediaType(label)?.essence ?? ''
  return wrong.test(essence)
    ? fail(found, {
        actual: `Content-Type "${escapeText(label, 80)}"`,
        expected: 'the type of a package',
      })
    : pass(found, essence === '' ? 'no media type' : `labelled ${essence}`)
}
