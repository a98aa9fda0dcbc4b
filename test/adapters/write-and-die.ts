/** A process that makes the phone in a file, or exchanges the suite on it, and is killed somewhere on the way. */
import { openSqliteStorage } from '../../src/adapters/storage-sqlite.ts'
import { exchange, plainBelongings } from './storage-contract.table.ts'

const [, , act, file = ''] = process.argv
const phone = openSqliteStorage(file, { ifAbsent: plainBelongings })
if (act === 'exchange') phone.commit(exchange)
phone.close()
