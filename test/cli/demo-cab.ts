/** Writes one of the cabinets of golden sessions to stdout: `signed`, `plain`, `altered` or `other`. */
import { writeCabinet } from '../../src/reference/cab/cabinet-writer.ts'
import { writeInstallCab } from '../../src/reference/cab/install-cab-writer.ts'
import { acme, issuer } from '../../src/test-authority/authority.ts'
import { demo, patch, text } from '../wire/cab/cab-samples.ts'

const signed = writeInstallCab({
  ...demo,
  signing: { path: [acme, issuer], key: 'signer', signedAt: '2006-03-01T09:00:00Z' },
})
const members = [{ name: 'read.me', octets: text('no installer') }]

const cabinets: Readonly<Record<string, Uint8Array>> = {
  signed,
  plain: writeInstallCab({ ...demo, architecture: 0, withSetup: false, compression: 'mszip' }),
  altered: patch(signed, 32, 7),
  other: writeCabinet({ folders: [{ compression: 'stored', members }] }),
}

const [, , name = ''] = process.argv
process.stdout.write(cabinets[name] ?? new Uint8Array(0))
