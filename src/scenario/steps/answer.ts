import { z } from 'zod'
import { nativePrompts } from '../../trace/native-facts.ts'
import { standingPrompt } from '../standing-prompt.ts'
import { defineStep, done, stepFailed } from '../step.ts'
import { duration } from '../words.ts'

const thinkMs = 1000

export default defineStep({
  title: 'The user answers a question of the phone.',
  schema: z.strictObject({
    prompt: z.enum([
      'install',
      'credentials',
      'package-only',
      'redirect',
      'update',
      'retain-records',
      'delete',
      'next-page',
      ...nativePrompts,
    ]),
    with: z
      .enum(['accept', 'refuse', 'right', 'wrong'])
      .describe('For credentials: right, wrong or refuse.'),
    user: z.string().optional().describe('Credentials other than those of the target file.'),
    password: z.string().optional(),
    within: duration.prefault('5m'),
  }),
  answers: ({ prompt }) => prompt,
  async play(stage, { prompt, with: answer, user, password, within }) {
    const isAsked = () => standingPrompt(stage.events)?.prompt === prompt
    if (!(await stage.until(isAsked, within)))
      return stepFailed(`the phone did not ask (${prompt})`)
    await stage.advance(thinkMs)
    const { credentials } = stage
    const typed =
      user === undefined
        ? { user: credentials?.user ?? 'nobody', password: credentials?.password ?? 'nothing' }
        : { user, password: password ?? '' }
    stage.answer(
      prompt,
      answer === 'refuse'
        ? { answer: 'refuse' }
        : {
            answer: 'accept',
            ...(prompt === 'credentials' && {
              typed:
                answer === 'wrong'
                  ? { ...typed, password: `not ${typed.password}`, kind: 'wrong' }
                  : { ...typed, kind: 'right' },
            }),
          },
    )
    return done
  },
})
