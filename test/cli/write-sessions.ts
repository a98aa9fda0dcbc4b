import { writeFile } from 'node:fs/promises'
import { readGoldens, replay } from './run-session.ts'

for (const session of await readGoldens()) {
  await writeFile(session.file, await replay(session))
}
