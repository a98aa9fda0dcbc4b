/** Who answers the questions of the phone: its options, or the person before it. */
import { createInterface } from 'node:readline/promises'
import type { Interface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { UserAnswer } from '../../scenario/stage.ts'
import type { EventOf } from '../../trace/events.ts'

export type Answers = 'accept' | 'refuse' | 'ask'

interface Credentials {
  readonly user: string
  readonly password: string
}

export interface Person {
  readonly answer: (prompt: EventOf<'prompt.shown'>) => Promise<UserAnswer>
  /** Takes the ear from the keyboard. */
  readonly leave: () => void
}

interface Keyboard {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly show: (text: string) => void
}

/** With credentials at hand nobody is asked for them; without, and without a person, there are none. */
export function createPerson(
  answers: Answers,
  credentials: Credentials | undefined,
  keyboard: Keyboard,
): Person {
  if (answers !== 'ask') {
    return {
      answer: async ({ prompt }) =>
        answers === 'refuse' ? { answer: 'refuse' } : accept(prompt, credentials),
      leave: () => {},
    }
  }
  let listening: Listening | undefined
  const hear = async (question: string, secret = false) => {
    listening ??= listen(keyboard)
    const line = await listening.line(question, secret)
    // Between questions Ctrl-C ends the process, as everywhere; at a question it refuses.
    if (keyboard.input.isTTY === true) {
      listening.close()
      listening = undefined
    }
    return line
  }
  return {
    async answer({ prompt }) {
      if (prompt === 'credentials' && credentials === undefined) {
        const user = await hear('user name (empty: none): ')
        if (user === undefined || user === '') return { answer: 'refuse' }
        const password = (await hear('password: ', true)) ?? ''
        return accept(prompt, { user, password })
      }
      const line = await hear('[Y/n] ')
      return line !== undefined && /^(?:y|yes)?$/i.test(line.trim())
        ? accept(prompt, credentials)
        : { answer: 'refuse' }
    },
    leave: () => listening?.close(),
  }
}

function accept(
  prompt: EventOf<'prompt.shown'>['prompt'],
  credentials: Credentials | undefined,
): UserAnswer {
  if (prompt !== 'credentials') return { answer: 'accept' }
  return credentials === undefined
    ? { answer: 'refuse' }
    : { answer: 'accept', typed: { ...credentials, kind: 'right' } }
}

interface Listening {
  /** Absent at the end of the input. */
  readonly line: (question: string, secret: boolean) => Promise<string | undefined>
  readonly close: () => void
}

function listen({ input, show }: Keyboard): Listening {
  let hidden = false
  const echo = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      if (!hidden) show(String(chunk))
      done()
    },
  })
  const lines: Interface = createInterface({
    input,
    output: echo,
    terminal: input.isTTY === true,
  })
  const each = lines[Symbol.asyncIterator]()
  return {
    async line(question, secret) {
      show(question)
      hidden = secret
      const next = await each.next()
      if (secret) show('\n')
      hidden = false
      return next.done === true ? undefined : String(next.value)
    },
    close: () => lines.close(),
  }
}
