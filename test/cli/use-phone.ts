/** Calls of the phone in a file without a command line: nothing is printed, everything is accepted. */
import { callPhone } from '../../src/cli/phone/call-phone.ts'
import { findSuite } from '../../src/cli/phone/find-suite.ts'
import { openSqliteStorage } from '../../src/adapters/storage-sqlite.ts'
import type { OwnPhone } from '../../src/cli/phone/own-phone.ts'
import { createPerson } from '../../src/cli/phone/ask-user.ts'
import type { Flash } from '../../src/handset/flash.ts'
import type { Errand } from '../../src/run/call.ts'
import { plainBelongings } from '../adapters/storage-contract.table.ts'
import { plainProfile } from '../handset/plain-profile.ts'

const silent = () => {}

/** @returns what is in flash afterwards */
export async function callFile(
  file: string,
  [kind, word]: readonly [kind: string, word: string],
  onWrite?: () => void,
): Promise<Flash> {
  const storage = openSqliteStorage(file, { ifAbsent: plainBelongings, onWrite })
  const phone = { file, storage, profile: plainProfile, quirks: new Map() }
  try {
    const errand = errandOf(phone, kind, word)
    if (errand.kind === 'open') phone.storage.keep({ hosts: [new URL(word).host] })
    await callPhone(phone, {
      errand,
      person: createPerson('accept', undefined, { input: process.stdin, show: silent }),
      hasCredentials: false,
      target: undefined,
      patienceMs: 60_000,
      out: undefined,
      judge: undefined,
      terminal: {
        columns: 100,
        watched: false,
        paint: (_, text) => text,
        out: silent,
        err: silent,
        progress: silent,
        clearProgress: silent,
      },
    })
    return phone.storage.read()
  } finally {
    phone.storage.close()
  }
}

function errandOf({ storage }: OwnPhone, kind: string, word: string): Errand {
  if (kind === 'open') return { kind, url: word }
  const suite = findSuite(word, storage.read().suites)
  return kind === 'remove' ? { kind, suite } : { kind: 'launch', suite }
}
