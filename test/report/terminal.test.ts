import { describe, expect, test } from 'vitest'
import terminal from '../../src/report/reporters/terminal.ts'
import { reportInput, sampleReport, greenReport } from './sample-run.ts'

const text = terminal.render(reportInput())

/** Lines from the one that starts so, up to the next empty one. */
function block(start: string, whole = text): readonly string[] {
  const lines = whole.split('\n')
  const from = lines.findIndex((line) => line.startsWith(start))
  return lines.slice(from, lines.indexOf('', from))
}

describe('the summary in a terminal', () => {
  test('says the verdict first, then what was run on what', () => {
    expect(text.split('\n').slice(0, 9)).toEqual([
      'DOES NOT CONFORM: 1 of 8 checks failed',
      '',
      '  Tool        ota-handset 0.1.0',
      '  Target      staging \\x1B[2J<b>&amp;]]>|`*\\u{202E}\\x00\\r\\n::error::\\u{FFFF} (ota.test)',
      '  Profiles    midp2-plain, nokia-6300',
      '  Cases       2 cases of 4 scenarios played, 2 not',
      '  Seed        7, virtual clock from 2006-03-01T09:00:00.000Z',
      `  Trace hash  ${'a'.repeat(64)}`,
      '  Time        2.1 s real, 2 d 4 h virtual',
    ])
  })

  test('counts checks by verdict and level', () => {
    expect(block('  checks')).toEqual([
      '  checks          must  must-if  should  may  field  all',
      '  fail               2        ·       1    ·      1    4',
      '  error              1        ·       ·    ·      ·    1',
      '  inconclusive       1        ·       ·    ·      ·    1',
      '  review             1        ·       ·    ·      ·    1',
      '  pass               1        ·       ·    1      ·    2',
      '  not-applicable     ·        1       ·    ·      ·    1',
    ])
  })

  test('tells a failure on one screen: clause, expected, octets, why, how to see it again', () => {
    expect(block('FAIL ')).toEqual([
      'FAIL descriptor/media-type (S01, must) in 1 of 1 case',
      '  A server is right about descriptor/media-type',
      '  Clause    MIDP2-OTA-JAD-01: A descriptor is labelled text/vnd.sun.j2me.app-descriptor. (MIDP 2.0,',
      '            Over The Air User Initiated Provisioning: Discovery step 1)',
      '  Expected  text/vnd.sun.j2me.app-descriptor',
      '  Found     text/plain',
      '  Octets    > GET /demo.jad HTTP/1.1',
      '            < HTTP/1.1 200 OK\\r\\n',
      '            < Content-Type: text/plain\\r\\n',
      '            < Content-Length: 19\\r\\n',
      '            < MIDlet-Name: \\x1B[2J\\r\\n',
      '            < (19 octets)',
      '  Why       Phones break where descriptor/media-type is not so. Change the server.',
      '  Case      install/plain @ midp2-plain, event 1',
      '  Again     npx ota run install/plain --target target.yaml --profile midp2-plain --seed 7',
      "  curl      curl -sSig --path-as-is --http1.1 -H 'User-Agent: Strict/1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1' -H 'Accept: text/vnd.sun.j2me.app-descriptor, application/java-archive, */*;q=0.1' -H 'Accept-Language: en' -H 'Accept-Charset: UTF-8, ISO-8859-1' http://ota.test/demo.jad",
    ])
  })

  test('keeps our own errors, what stays open and what was not tested apart from failures', () => {
    expect(block('ERRORS')).toEqual([
      'ERRORS OF THIS PROGRAM (not counted against the target)',
      '  - 1 case: the handset failed: TypeError: x [run/machine] Tell us.',
      '      report/lost @ midp2-plain',
      '  - report/any-order (must): TypeError: x (install/plain @ midp2-plain)',
    ])
    expect(block('NOT SHOWN')).toEqual([
      'NOT SHOWN',
      '  - 1 case: expected installed, came to dead-end:',
      '    \\x1B[2J<b>&amp;]]>|`*\\u{202E}\\x00\\r\\n::error::\\u{FFFF}',
      '      install/again @ nokia-6300',
      '  - package/readable-archive (must): the package never came whole (install/plain @ midp2-plain)',
    ])
    expect(block('NOT TESTED')).toEqual([
      'NOT TESTED, AND WHY',
      '  - 1 check: no answer asked for credentials',
      '      S53 http/basic-challenge',
      '  - 1 case: the clock of the target cannot be moved',
      '      report/late @ midp2-plain',
    ])
  })

  test('warns of failures below the level that counts, and lists what the baseline expects', () => {
    expect(block('WARNINGS').slice(0, 2)).toEqual([
      'WARNINGS: 2 checks below the level that counts',
      '  WARN descriptor/vary (should) in 1 of 1 case',
    ])
    expect(block('FAILED AS')).toEqual([
      'FAILED AS THE BASELINE SAYS',
      '  FAIL descriptor/no-blank-lines (must) in 1 of 1 case',
      '    Unexpected blank line 3, expected none.',
    ])
  })

  test('shows what proves a pass when asked to be verbose', () => {
    const verbose = terminal.render(reportInput({ verbose: true }))
    expect(block('PASSED', verbose).slice(-7)).toEqual([
      '  pass S60 report/answered-with-200 (must) in 2 cases',
      '    The report was answered with 200.',
      '    > POST /n/abc HTTP/1.1',
      '    > 900 Success\\r\\n',
      '    < HTTP/1.1 200 OK\\r\\n',
      '    < Content-Length: 0\\r\\n',
      '    install/plain @ midp2-plain, event 2',
    ])
    expect(text).not.toContain('PASSED')
  })

  test.each([
    ['pass', {}, 'CONFORMS: 1 check exercised in 1 case, none failed'],
    ['not-applicable', { exercised: 0 }, 'NOTHING EXERCISED: no check had anything to judge'],
    ['inconclusive', { unreachable: true, exercised: 0 }, 'TARGET UNREACHABLE: not a single'],
    [
      'inconclusive',
      { stopped: { why: 'interrupted', detail: 'it was interrupted' } },
      'INTERRUPTED: 1 check exercised in 1 case, none failed until then',
    ],
    ['inconclusive', {}, 'NOT SHOWN TO CONFORM: 1 check exercised'],
    ['error', {}, 'HARNESS ERROR: '],
  ] as const)('puts %s with %j into words', (verdict, over, words) => {
    const report = { ...greenReport, verdict, ...over }
    expect(terminal.render(reportInput({ report })).startsWith(words)).toBe(true)
  })

  test('says at once where most cases ended', () => {
    const [one] = greenReport.cases
    if (one === undefined) throw new TypeError('a report without cases')
    const stuck = { ...one, verdict: 'inconclusive', findings: [] } as const
    const dead = { ...stuck, outcome: { kind: 'dead-end', reason: 'HTTP status 404' } } as const
    const report = { ...greenReport, verdict: 'inconclusive', cases: [dead, dead, stuck] } as const
    const [verdict] = terminal.render(reportInput({ report })).split('\n\n')
    expect(verdict?.replace('\n', ' ')).toBe(
      'NOT SHOWN TO CONFORM: 1 check exercised in 3 cases; 3 cases did not get far enough to tell, most for one reason: HTTP status 404',
    )
    const alone = { ...report, cases: [dead, stuck, stuck] }
    expect(terminal.render(reportInput({ report: alone }))).not.toContain('most for one reason')
  })

  test('tells once of a link that led nowhere, whatever was wanted behind it', () => {
    const [one] = greenReport.cases
    if (one === undefined) throw new TypeError('a report without cases')
    const outcome = { kind: 'dead-end', reason: 'HTTP status 404' } as const
    const dead = { ...one, verdict: 'inconclusive', findings: [], outcome } as const
    const cases = [
      { ...dead, id: 'a @ b', reason: 'expected an installed suite, but …' },
      { ...dead, id: 'c @ d', reason: 'expected a cancellation, but …' },
    ]
    const report = { ...greenReport, verdict: 'inconclusive', cases } as const
    expect(terminal.render(reportInput({ report }))).toContain(
      'NOT SHOWN\n  - 2 cases: the link led to no suite: HTTP status 404\n      a @ b, c @ d\n',
    )
  })

  test('lets no control character of the target through', () => {
    for (const verbose of [false, true]) {
      const rendered = terminal.render(reportInput({ verbose, report: sampleReport }))
      expect(rendered.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
  })

  test('keeps to the width of the page, but for lines that are to be copied', () => {
    const page = { columns: 80, paint: (_: string, words: string) => words, verbose: true }
    const wide = terminal
      .render(reportInput({ page }))
      .split('\n')
      .filter((line) => line.length > 80 && !/^ {2}(?:curl|Again)/.test(line))
    expect(wide).toEqual([])
  })

  test('colours words, never what they say', () => {
    const page = { columns: 100, paint: (_: string, words: string) => `<${words}>`, verbose: false }
    const [first] = terminal.render(reportInput({ page })).split('\n')
    expect(first).toBe('<<DOES NOT CONFORM>>: 1 of 8 checks failed')
  })
})
