import { describe, expect, test } from 'vitest'
import { clauses } from '../../src/check/specs.ts'
import { defineCheck } from '../../src/check/check.ts'
import { findTopic, type Library } from '../../src/cli/explain/find-topic.ts'
import { formatTopic } from '../../src/cli/explain/format-topic.ts'
import { statusCodes } from '../../src/wire/status-codes.table.ts'

const mediaType = {
  id: 'descriptor/media-type',
  value: defineCheck({
    row: 'S01',
    level: 'must',
    clause: 'MIDP2-OTA-JAD-01',
    title: 'The descriptor is labelled as one',
    absent: 'no descriptor was answered with 200',
    explain: 'Phones show the text, or save it, where the label is another.',
    applies: () => true,
    judge: () => [],
  }),
}

const codings = ['descriptor/no-content-coding', 'package/no-content-coding'].map((id) => ({
  id,
  value: { ...mediaType.value, row: 'N33' },
}))

const library: Library = {
  checks: [mediaType, ...codings],
  clauses,
  statusCodes,
  faultsOf: async (check) => (check === mediaType.id ? ['jad-as-plain-text'] : []),
}

const page = { columns: 80, paint: (_: string, text: string) => text }

describe('explain', () => {
  test.each(['descriptor/media-type', 'Descriptor/Media-Type', 's01', 'media-type'])(
    'finds a check by %s',
    (name) => {
      expect(findTopic(name, library)).toEqual({ kind: 'check', check: mediaType })
    },
  )

  test('finds every check of a row that says several things, and tells of each', async () => {
    const topic = findTopic('n33', library)
    expect(topic).toEqual({ kind: 'row', checks: codings })
    const heads = (await formatTopic(topic, library, page))
      .split('\n')
      .filter((line) => line.includes('N33'))
    expect(heads).toEqual([
      'descriptor/no-content-coding (N33, must)',
      'package/no-content-coding (N33, must)',
    ])
  })

  test.each([
    ['midp2-ota-jad-01', 'clause'],
    ['904', 'code'],
    ['a21', 'ambiguity'],
  ])('takes %s for a %s', (name, kind) => {
    expect(findTopic(name, library).kind).toBe(kind)
  })

  test.each([
    ['descriptor/media-typ', 'Did you mean "descriptor/media-type"?'],
    ['meda-type', 'Did you mean "media-type"?'],
    [
      'something quite else',
      'See `ota list checks` and `ota list clauses`; status codes are 900 to 999.',
    ],
  ])('does not know %s and hints: %s', (name, hint) => {
    expect(() => findTopic(name, library)).toThrow(expect.objectContaining({ hint }))
  })

  test('does not guess between two checks of one name', () => {
    expect(() => findTopic('no-content-coding', library)).toThrow('nothing is called')
  })

  test('tells of a code by what words its causes are told apart', async () => {
    const text = await formatTopic(findTopic('911', library), library, page)
    expect(text.split('\n')).toEqual([
      '911 Push registration failure',
      '',
      'Means      A static push registration failed.',
      'Reasons    push address taken, push class, push limit, push protocol, push',
      '           sender, push syntax',
      'Defined by MIDP 2.0 (OTA2 Install step 3)',
      '',
    ])
  })

  test.each([
    [913, 'vendor'],
    [914, 'MIDP 3 family'],
    [915, 'MIDP 3 family'],
    [916, 'MIDP 3 family'],
    [917, 'MIDP 3 family'],
    [922, 'MEEP 8'],
    [938, 'JSR 211'],
    [939, 'JSR 211'],
    [953, 'OMA Download OTA 1.0'],
  ])('tells of %i that it comes from: %s', async (code, origin) => {
    const text = await formatTopic(findTopic(String(code), library), library, page)
    expect(text).toContain(`Defined by ${origin} (`)
  })

  test('tells of a check why it is there, on what it rests, and what kills it', async () => {
    const text = await formatTopic(findTopic('S01', library), library, page)
    expect(text.split('\n')).toEqual([
      'descriptor/media-type (S01, must)',
      'The descriptor is labelled as one',
      '',
      'Why        Phones show the text, or save it, where the label is another.',
      'Clause     MIDP2-OTA-JAD-01',
      'Says       A server that answers with a descriptor says so with the media type',
      '           text/vnd.sun.j2me.app-descriptor.',
      'Where      MIDP 2.0, Over The Air User Initiated Provisioning: Discovery step 1',
      '           http://flanagan.ugr.es/J2ME/MIDP/midpng-javadoc-final/OTASpecification.html',
      'Skipped if no descriptor was answered with 200',
      'Killed by  jad-as-plain-text',
      '',
    ])
  })

  test('says so where nothing kills a check', async () => {
    const text = await formatTopic(findTopic('package/no-content-coding', library), library, page)
    expect(text).toContain('\nKilled by  nothing: unproven\n')
  })
})
