import { describe, expect, test } from 'vitest'
import { formatPapSubmission, readPapSubmission } from '../../../src/wire/pap/submission.ts'
import { readPushContent } from '../../../src/wire/push/push-content.ts'
import { attempt } from '../attempt.ts'
import { kannelRequests } from './kannel-requests.table.ts'

const octets = (text: string) => new TextEncoder().encode(text)
const phone = 'WAPPUSH=+447700900123/TYPE=PLMN@ppg.example'
const push = { kind: 'push-message', pushId: '1', addresses: [phone] } as const
const si = '<si><indication href="http://a/b.jad">c</indication></si>'

describe('what Kannel’s test client posts', () => {
  const meant = [
    {
      id: '001',
      kind: 'si',
      action: 'signal-high',
      number: '+3584000105',
      pushId: 'case105@bench.test',
    },
    {
      id: '002',
      kind: 'sl',
      action: 'execute-high',
      number: '+3584000133',
      pushId: 'case133@bench.test',
    },
    {
      id: '003',
      kind: 'si',
      action: 'signal-high',
      number: '+3584000105',
      pushId: 'case105@bench.test',
    },
    {
      id: '004',
      kind: 'si',
      action: 'signal-high',
      number: '+3584000105',
      pushId: 'case105@bench.test',
    },
  ]

  test.each(kannelRequests)('$id is a push with a link', ({ id, contentType, body }) => {
    const expected = meant.find((row) => row.id === id)
    const { message, version, content, deviations } = readPapSubmission(contentType, octets(body))
    expect([version, message]).toEqual([
      '1.0',
      {
        kind: 'push-message',
        pushId: expected?.pushId,
        addresses: [`WAPPUSH=${expected?.number}/TYPE=PLMN@ppg.bench.test`],
        quality: {
          priority: 'low',
          deliveryMethod: 'unconfirmed',
          network: 'gsm',
          networkRequired: true,
          bearer: 'sms',
          bearerRequired: true,
        },
      },
    ])
    expect(deviations.map(({ rule, found }) => [rule, found])).toEqual(
      id === '003' ? [['transfer-encoding', 'base64']] : [],
    )
    const mediaType = content?.mediaType.essence ?? ''
    const read = content && readPushContent(content.body, { mediaType })
    expect(read?.deviations).toEqual([])
    expect(read?.content).toMatchObject(
      expected?.kind === 'sl'
        ? { loading: { href: 'http://127.0.0.1:8088/ota/game.jad', action: expected.action } }
        : {
            indication: {
              href: 'http://127.0.0.1:8088/ota/game.jad',
              siId: 'id-3@example.test',
              action: expected?.action,
              text: 'Act signal-high',
            },
          },
    )
    expect(content?.headers[0]).toEqual(['X-WAP-Application-Id', 'http://www.wiral.com:wml.ua'])
  })
})

describe('a submission', () => {
  test('is refused, or deviates, at a place of the request', () => {
    const type = 'multipart/related; boundary=b; type="application/xml"'
    const head = '--b\nContent-Type: application/xml\n\n'
    expect(attempt(() => readPapSubmission(type, octets(`${head}<pap>\n--b--`)))).toEqual({
      kind: 'refused',
      code: 'wire/markup-not-well-formed',
      offset: head.length + 5,
    })
    const message = '<pap><cancel-message push-id="1" a="b"/></pap>'
    const { deviations } = readPapSubmission(type, octets(`${head}${message}\n--b--`))
    expect(deviations.map(({ rule, offset }) => [rule, offset])).toEqual([
      ['unexpected-attribute', head.length + 38],
    ])
  })

  test('comes back as it was written', () => {
    const headers = [['Content-Type', 'text/vnd.wap.si; charset=utf-8']] as const
    const { contentType, body } = formatPapSubmission(
      push,
      { headers, body: octets(si) },
      { boundary: 'b1', version: '1.0' },
    )
    expect(contentType).toBe('multipart/related; boundary="b1"; type="application/xml"')
    expect(readPapSubmission(contentType, body)).toEqual({
      message: push,
      version: '1.0',
      content: {
        mediaType: {
          essence: 'text/vnd.wap.si',
          parameters: [['charset', 'utf-8']],
          blankBeforeSemicolon: false,
        },
        headers,
        body: octets(si),
      },
      deviations: [],
    })
  })

  test('of a control entity alone has no content', () => {
    const xml = '<pap><cancel-message push-id="1"/></pap>'
    expect(readPapSubmission('application/xml; charset=utf-8', octets(xml))).toEqual({
      message: { kind: 'cancel-message', pushId: '1', addresses: [] },
      version: undefined,
      content: undefined,
      deviations: [],
    })
  })

  test.each([
    [
      'a push without content',
      'application/xml',
      `<pap><push-message push-id="1"><address address-value="${phone}"/></push-message></pap>`,
      [['missing-content', 'push-message alone']],
    ],
    [
      'parts that are not typed',
      'multipart/related; boundary=b',
      `--b\n\n<pap><push-message push-id="1"><address address-value="${phone}"/></push-message></pap>\n--b\n\nc\n--b--`,
      [
        ['related-type', 'none'],
        ['part-type', 'none'],
        ['part-type', 'none'],
        ['missing-content', 'push-message alone'],
      ],
    ],
  ])('of %s deviates', (_, contentType, body, deviations) => {
    const read = readPapSubmission(contentType, octets(body))
    expect(read.deviations.map(({ rule, found }) => [rule, found])).toEqual(deviations)
  })

  test.each([
    ['text/plain', 'a', 'wire/pap-content-type'],
    ['', '', 'wire/pap-content-type'],
    ['multipart/related; type="application/xml"', '--b', 'wire/multipart'],
    ['multipart/related; boundary=b', '--b\n\na\n--b--', 'wire/markup-not-well-formed'],
    ['application/xml; charset=utf-7', '<pap/>', 'wire/markup-charset'],
  ])('of %s is refused', (contentType, body, code) => {
    expect(attempt(() => readPapSubmission(contentType, octets(body)))).toMatchObject({
      kind: 'refused',
      code,
    })
  })
})
