import { describe, expect, test } from 'vitest'
import junit from '../../src/report/reporters/junit.ts'
import { junitRules, surefireTime } from './jenkins-junit.table.ts'
import { readXml, type Element } from './read-xml.ts'
import { greenReport, hostile, loggedTrace, reportInput } from './sample-run.ts'

/** Whatever the schema would refuse. */
function complaints(element: Element): readonly string[] {
  const rule = junitRules[element.name]
  if (rule === undefined) return [`${element.name} is no element of the schema`]
  const names = [...element.attributes.keys()]
  const time = element.attributes.get('time')
  return [
    ...rule.required.filter((name) => !names.includes(name)).map((name) => `${name} is missing`),
    ...names.filter((name) => ![...rule.required, ...rule.optional].includes(name)),
    ...(rule.mixed || element.text.trim() === '' ? [] : [`text in ${element.name}`]),
    ...(time === undefined || surefireTime.test(time) ? [] : [`time ${time}`]),
    ...element.children
      .filter(({ name }) => !rule.children.includes(name))
      .map(({ name }) => `${name} in ${element.name}`),
    ...element.children.flatMap(complaints),
  ]
}

function testcases(root: Element): readonly Element[] {
  return root.children.flatMap(({ children }) => children.filter(({ name }) => name === 'testcase'))
}

function kinds(root: Element): Readonly<Record<string, string>> {
  return Object.fromEntries(
    testcases(root).map(({ attributes, children }) => [
      `${attributes.get('classname')} ${attributes.get('name')}`,
      children.map(({ name }) => name).join(' '),
    ]),
  )
}

describe('the JUnit report', () => {
  const root = readXml(junit.render(reportInput()))

  test('is well-formed and keeps to the schema of Jenkins', () => {
    expect(complaints(root)).toEqual([])
  })

  test('fails what counts, errs on what is open, skips what was not judged, names stay the same', () => {
    expect(kinds(root)).toEqual({
      'checks.descriptor media-type': 'failure',
      'checks.descriptor no-blank-lines': 'skipped',
      'checks.descriptor short-names': 'system-out',
      'checks.descriptor vary': 'system-out',
      'checks.http basic-challenge': 'skipped',
      'checks.http redirects': 'error',
      'checks.package range': 'system-out',
      'checks.package readable-archive': 'error',
      'checks.report answered-with-200': 'system-out',
      'checks.report any-order': 'error',
      'scenarios.install again @ nokia-6300': 'error',
      'scenarios.install plain @ midp2-plain': 'system-out',
      'scenarios.report late @ midp2-plain': 'skipped',
      'scenarios.report lost @ midp2-plain': 'error',
    })
  })

  test('counts what it holds', () => {
    const totals = ['tests', 'failures', 'errors'].map((name) => root.attributes.get(name))
    expect(totals).toEqual(['14', '1', '5'])
    for (const suite of root.children) {
      const tests = suite.children.filter(({ name }) => name === 'testcase')
      const of = (kind: string) =>
        String(tests.filter(({ children }) => children.some(({ name }) => name === kind)).length)
      expect(Object.fromEntries(suite.attributes)).toEqual({
        name: suite.attributes.get('name'),
        tests: String(tests.length),
        failures: of('failure'),
        errors: of('error'),
        skipped: of('skipped'),
      })
    }
  })

  test('says why a test is skipped', () => {
    const skipped = testcases(root)
      .filter(({ attributes }) => attributes.get('name') === 'late @ midp2-plain')
      .flatMap(({ children }) => children.map(({ attributes }) => attributes.get('message')))
    expect(skipped).toEqual(['the clock of the target cannot be moved'])
  })

  test('shows the octets that prove a pass', () => {
    const [passed] = testcases(root).filter(
      ({ attributes }) => attributes.get('name') === 'answered-with-200',
    )
    expect(passed?.children[0]?.text.split('\n').slice(0, 5)).toEqual([
      'pass (must) in install/plain @ midp2-plain, event 2: The report was answered with 200.',
      '  > POST /n/abc HTTP/1.1',
      '  > 900 Success\\r\\n',
      '  < HTTP/1.1 200 OK\\r\\n',
      '  < Content-Length: 0\\r\\n',
    ])
  })

  test('tells of each message of a case who sent it, over what, what was read and what the phone did', () => {
    const message = {
      message: '1',
      bearer: 'smsc',
      sender: 'acme',
      from: '16400',
      to: '358401234567',
      state: 'delivered',
      decoded: 'SI Install',
      fate: ['the phone showed the link http://ota.test/a (medium)'],
    }
    const cases = greenReport.cases.map((one) => ({ ...one, messages: [message] }))
    const told = readXml(junit.render(reportInput({ report: { ...greenReport, cases } })))
    const [played] = testcases(told).filter(({ attributes }) =>
      attributes.get('classname')?.startsWith('scenarios.'),
    )
    expect(played?.children[0]?.text.split('\n').slice(2, 5)).toEqual([
      'message 1 from 16400 to 358401234567, sent by acme over smsc: delivered',
      'SI Install',
      'the phone showed the link http://ota.test/a (medium)',
    ])
  })

  test('is red for a missed recommendation where those count', () => {
    const strict = kinds(readXml(junit.render(reportInput({ failOn: 'should' }))))
    expect(strict['checks.descriptor vary']).toBe('failure')
    expect(strict['checks.descriptor short-names']).toBe('system-out')
  })

  test('is all green where the run is', () => {
    const green = readXml(junit.render(reportInput({ report: greenReport })))
    expect(complaints(green)).toEqual([])
    expect(['failures', 'errors'].map((name) => green.attributes.get(name))).toEqual(['0', '0'])
  })
})

test('the reader of the tests refuses what no XML is', () => {
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  const refusals = [
    ['<a>', 'not exactly one closed root element'],
    ['<a></b>', 'b closes a'],
    ['<a b="<"/>', 'not well-formed'],
    ['<a>&nbsp;</a>', '&nbsp is no entity'],
    ['<a/><b/>', 'not exactly one closed root element'],
    [`<a>${hostile}</a>`, 'a character that XML 1.0 does not have'],
  ] as const
  for (const [xml, why] of refusals) expect(() => readXml(head + xml)).toThrow(why)
  expect(readXml(`${head}<a b="1&amp;2">x<c/></a>`).text).toBe('x')
})

test('what the target wrote stands with its failures and with the case', () => {
  const id = 'install/plain @ midp2-plain'
  const root = readXml(junit.render(reportInput({ traces: new Map([[id, loggedTrace]]) })))
  expect(complaints(root)).toEqual([])
  const logged = testcases(root).flatMap(({ attributes, children }) =>
    children
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => line.includes('log of the target'))
      .map((line) => `${attributes.get('name')}:${line}`),
  )
  expect(logged.filter((line) => line.endsWith('GET /demo.jad'))).toEqual([
    'media-type:  log of the target: GET /demo.jad',
    'short-names:  log of the target: GET /demo.jad',
    'vary:  log of the target: GET /demo.jad',
    'redirects:  log of the target: GET /demo.jad',
    'readable-archive:  log of the target: GET /demo.jad',
    'any-order:  log of the target: GET /demo.jad',
    'plain @ midp2-plain:log of the target: GET /demo.jad',
  ])
})
