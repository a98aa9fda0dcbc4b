import { describe, expect, it } from 'vitest'
import type { Check } from '../../../src/check/check.ts'
import fileNameOnSymbian from '../../../src/check/checks/native/file-name-on-symbian.ts'
import fileName from '../../../src/check/checks/native/file-name.ts'
import mediaType from '../../../src/check/checks/native/media-type.ts'
import notShownAsText from '../../../src/check/checks/native/not-shown-as-text.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import type { NativeKind } from '../../../src/reference/native/packages.ts'
import type { Header } from '../../../src/trace/events.ts'
import { exchanged, told } from '../trace-builder.ts'

const specs = specsOf({ major: 1, minor: 2, build: 0 })

function fetched(kind: NativeKind, url: string, headers: readonly Header[]) {
  return exchanged({ purpose: 'package', url, headers, body: packClient(kind, specs) })
}

const labelled = (type: string): Header => ['Content-Type', type]
const named = (name: string): Header => ['Content-Disposition', `attachment; filename="${name}"`]
const client = 'http://ota.test/client'

describe('what a server says of a native package', () => {
  it.each<readonly [rule: string, check: Check, sent: ReturnType<typeof fetched>, told: string]>([
    [
      'is the type of its format',
      mediaType,
      fetched('sisx', client, [labelled('x-epoc/x-sisx-app')]),
      'pass: labelled x-epoc/x-sisx-app',
    ],
    [
      'is a type at all',
      mediaType,
      fetched('sisx', client, []),
      'fail: Unexpected no Content-Type, expected x-epoc/x-sisx-app or application/vnd.symbian.install.',
    ],
    [
      'has no parameters',
      mediaType,
      fetched('sisx', client, [labelled('x-epoc/x-sisx-app; charset=utf-8')]),
      'fail: Unexpected Content-Type "x-epoc/x-sisx-app; charset=utf-8", expected x-epoc/x-sisx-app or application/vnd.symbian.install.',
    ],
    [
      'is not that it is a text',
      notShownAsText,
      fetched('sisx', client, [labelled('text/plain')]),
      'fail: Unexpected Content-Type "text/plain", expected the type of a package.',
    ],
    [
      'is a name that ends in .cab',
      fileName,
      fetched('smartphone', client, [named('client.cab')]),
      'pass: named client.cab',
    ],
    [
      'is no other name for a cabinet',
      fileName,
      fetched('smartphone', client, [named('client.php')]),
      'fail: Unexpected the name "client.php", expected one that ends in .cab, in ASCII.',
    ],
    [
      'has to be a name on Windows Mobile alone',
      fileName,
      fetched('sisx', client, []),
      'not-applicable: no cabinet was sent',
    ],
    [
      'may be a name in the URL',
      fileNameOnSymbian,
      fetched('sisx', `${client}.sis`, []),
      'pass: named client.sis',
    ],
    [
      'may be a longer name since Symbian OS 9',
      fileNameOnSymbian,
      fetched('sisx', `${client}.sisx`, []),
      'pass: named client.sisx',
    ],
    [
      'is no longer name before Symbian OS 9',
      fileNameOnSymbian,
      fetched('sis', `${client}.sisx`, []),
      'fail: Unexpected the name "client.sisx", expected one that ends in .sis, in ASCII.',
    ],
    [
      'should be a name on Symbian too',
      fileNameOnSymbian,
      fetched('sisx', `${client}.php`, []),
      'fail: Unexpected the name "client.php", expected one that ends in .sis or .sisx, in ASCII.',
    ],
  ])('%s', (_, check, sent, expected) => {
    expect(told(check, [sent])).toEqual([expected])
  })
})
