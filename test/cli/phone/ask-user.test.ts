import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createPerson } from '../../../src/cli/phone/ask-user.ts'
import type { Answers } from '../../../src/cli/phone/ask-user.ts'
import type { EventOf, PromptKind } from '../../../src/trace/events.ts'

function shown(prompt: PromptKind): EventOf<'prompt.shown'> {
  return { type: 'prompt.shown', seq: 1, at: 0, actor: 'installer', prompt, text: 'Install?' }
}

const known = { user: 'tester', password: 'secret' }
const right = { answer: 'accept', typed: { ...known, kind: 'right' } } as const

async function answer(
  answers: Answers,
  prompt: PromptKind,
  options: { readonly typed?: string; readonly credentials?: typeof known } = {},
) {
  let screen = ''
  const person = createPerson(answers, options.credentials, {
    input: Readable.from(options.typed === undefined ? [] : [options.typed]),
    show: (text) => {
      screen += text
    },
  })
  const given = await person.answer(shown(prompt))
  person.leave()
  return [given, screen]
}

describe('a question of the phone', () => {
  test.each<[string, Parameters<typeof answer>, unknown]>([
    ['accepted without asking', ['accept', 'install'], [{ answer: 'accept' }, '']],
    ['refused without asking', ['refuse', 'install'], [{ answer: 'refuse' }, '']],
    [
      'for credentials refused where there are none',
      ['accept', 'credentials'],
      [{ answer: 'refuse' }, ''],
    ],
    [
      'for credentials answered with those at hand',
      ['ask', 'credentials', { credentials: known, typed: '\n' }],
      [right, '[Y/n] '],
    ],
    ['accepted by y', ['ask', 'install', { typed: 'y\n' }], [{ answer: 'accept' }, '[Y/n] ']],
    ['accepted by return', ['ask', 'update', { typed: '\n' }], [{ answer: 'accept' }, '[Y/n] ']],
    ['refused by n', ['ask', 'delete', { typed: 'n\n' }], [{ answer: 'refuse' }, '[Y/n] ']],
    [
      'refused by anything else',
      ['ask', 'install', { typed: 'what?\n' }],
      [{ answer: 'refuse' }, '[Y/n] '],
    ],
    ['refused where nobody is there', ['ask', 'install'], [{ answer: 'refuse' }, '[Y/n] ']],
    [
      'for credentials answered with what is typed',
      ['ask', 'credentials', { typed: 'tester\nsecret\n' }],
      [right, 'user name (empty: none): password: \n'],
    ],
    [
      'for credentials refused by an empty name',
      ['ask', 'credentials', { typed: '\n' }],
      [{ answer: 'refuse' }, 'user name (empty: none): '],
    ],
  ])('is %s', async (_, given, expected) => {
    expect(await answer(...given)).toEqual(expected)
  })
})
