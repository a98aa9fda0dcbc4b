import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/text-escaped-once.ts'
import { pushed, si, toldOf } from './push-trace.ts'

const read = (text: string) => toldOf(check, pushed(si({ text })))

describe('the text of an indication', () => {
  it.each(['Install & play', 'Über Ärger', 'Äntligen klart', 'R&D; more', 'A © B'])(
    'may be "%s"',
    (text) => {
      expect(read(text).map((line) => line.slice(0, 5))).toEqual(['pass:'])
    },
  )

  it.each([
    ['Install &amp; play', 'an escape of XML'],
    ['Gr&#252;n', 'an escape of XML'],
    ['Gr&#xFC;n', 'an escape of XML'],
    ['<![CDATA[Install', 'a mark of CDATA'],
    ['Install]]>', 'a mark of CDATA'],
    ['Gr\u00C3\u00BCn', 'UTF-8 converted twice'],
    ['Gr\uFFFDn', 'a character that could not be read'],
  ])('is not %j', (text, trouble) => {
    expect(read(text)).toEqual([expect.stringContaining(`fail: Unexpected ${trouble} in `)])
  })

  it('is there', () => {
    expect(read('')).toEqual(['not-applicable: no service indication with a text was sent'])
  })
})
