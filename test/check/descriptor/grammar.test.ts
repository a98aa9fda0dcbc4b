import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/grammar.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const wanted = 'expected lines of a name, a colon and a value.'
const after = (line: string) =>
  told(check, [descriptorFetched(`MIDlet-Name: Demo\r\n${line}\r\nMIDlet-Vendor: Acme\r\n`)])

describe('the text of a descriptor', () => {
  it('is lines of attributes', () => {
    expect(told(check, [descriptorFetched()])).toEqual(['pass: 10 attributes, all well-formed'])
  })

  it('may have lines without a blank after the colon, and comments nobody knows', () => {
    expect(after('Acme-Edition:full')).toEqual(['pass: 3 attributes, all well-formed'])
    expect(after('#Acme: full')).toEqual(['pass: 3 attributes, all well-formed'])
  })

  it.each([
    ['has no line without a colon', 'hello', 'line without colon'],
    ['has no blank before a colon', 'Acme : full', 'space before colon'],
    ['is not folded like a manifest', ' and so on', 'continuation line'],
    ['has no attribute without a name', ': full', 'empty name'],
    ['has no separators in names', 'Acme[1]: full', 'illegal name'],
    ['has no control characters in values', 'Acme: f\u0007ull', 'illegal value'],
  ])('%s', (_, line, rule) => {
    const quoted = line.replace('\u0007', '\\x07')
    expect(after(line)).toEqual([expect.stringMatching(/^fail: Unexpected /)])
    expect(after(line)[0]).toContain(`${rule} in line 2 (octet `)
    expect(after(line)[0]).toContain(`: "${quoted}", ${wanted}`)
  })

  it('fails once for each line that breaks it', () => {
    expect(told(check, [descriptorFetched('MIDlet-Name: Demo\none\ntwo\n')])).toEqual([
      `fail: Unexpected line without colon in line 2 (octet 18): "one", ${wanted}`,
      `fail: Unexpected line without colon in line 3 (octet 22): "two", ${wanted}`,
    ])
  })

  it('leaves mixed line ends, blank lines and a missing last one to their own checks', () => {
    const text = `${descriptorText()}\nAcme-Edition: full`
    expect(told(check, [descriptorFetched(text)])).toEqual(['pass: 11 attributes, all well-formed'])
  })

  it('cannot be judged on a text that came in its place', () => {
    const headers = [['Content-Type', 'text/plain']] as const
    expect(told(check, [descriptorFetched('Please log in\n', { headers })])).toEqual([
      'inconclusive: blocked by descriptor/media-type: the descriptor cannot be read',
    ])
  })

  it('is not that of a page', () => {
    const headers = [['Content-Type', 'text/html']] as const
    expect(told(check, [descriptorFetched('<html>\nPlease log in\n', { headers })])).toEqual([
      'not-applicable: no descriptor was sent with 200',
    ])
  })

  it('is judged on a page that is labelled as a descriptor', () => {
    expect(told(check, [descriptorFetched('<html>\n')])).toEqual([
      `fail: Unexpected line without colon in line 1 (octet 0): "<html>", ${wanted}`,
    ])
  })
})
