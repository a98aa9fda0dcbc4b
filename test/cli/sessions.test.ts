/** Golden sessions; `npx node test/cli/write-sessions.ts` writes them anew, to be read before they are committed. */
import { describe, test } from 'vitest'
import { readGoldens, replay } from './run-session.ts'

const sessions = await readGoldens()

describe('a session', () => {
  test.concurrent.for(sessions)('$name goes as it is written down', async (session, { expect }) => {
    expect(await replay(session)).toBe(session.text)
  })
})
