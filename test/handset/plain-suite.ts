import type { Neighbours } from '../../src/handset/behaviour.ts'
import type { InstalledSuite } from '../../src/handset/flash.ts'

/** Of a phone without suites. */
export const noNeighbours: Neighbours = {
  count: 0,
  find: () => undefined,
  compare: () => ({ kind: 'fresh' }),
  reusableBytes: () => 0,
  listenerOn: () => undefined,
}

/** A suite without a signature, data or push entries, for tests of rules and machines. */
export const plainSuite: InstalledSuite = {
  id: 'suite.1',
  subject: { vendor: 'Acme', name: 'Demo', version: '1.0.0' },
  bytes: 4000,
  dataBytes: 0,
  descriptorUrl: 'http://ota.test/suites/demo.jad',
  packageUrl: 'http://ota.test/suites/demo.jar',
  deleteNotify: undefined,
  deleteConfirm: undefined,
  midlets: [{ name: 'Demo', icon: '/icon.png', className: 'acme.Demo' }],
  signer: undefined,
  permissions: [],
  push: [],
}

/** Another one, of the same vendor. */
export const otherSuite: InstalledSuite = {
  ...plainSuite,
  subject: { ...plainSuite.subject, name: 'Other' },
  bytes: 1000,
  descriptorUrl: undefined,
  packageUrl: 'http://ota.test/other.jar',
  midlets: [{ name: 'Other', icon: undefined, className: 'acme.Other' }],
}
