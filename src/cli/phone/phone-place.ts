import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where a user's phone lies when nothing else is said (XDG Base Directory Specification: a relative path is ignored). */
export function phonePlace(environment: Readonly<Record<string, string | undefined>>): string {
  const given = environment['XDG_DATA_HOME']
  const folder =
    given !== undefined && isAbsolute(given) ? given : join(homedir(), '.local', 'share')
  return join(folder, 'ota-handset', 'phone.sqlite')
}
