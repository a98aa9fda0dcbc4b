/** What the handset begins with, and what it hands to the machines that it starts. */
import type { Phone } from '../phone.ts'
import type { RenderOrder } from '../rendering.ts'
import { isInstallable } from '../rules/find.ts'
import type { AppManagerInput } from './app-manager.machine.ts'
import type { HandsetEvent } from './handset-events.ts'
import type { HandsetContext } from './handset-context.ts'
import type { InstallerInput } from './installer.setup.ts'
import type { RetrievalInput } from './retrieval.setup.ts'

export function unoccupied(phone: Phone): HandsetContext {
  return {
    phone,
    url: '',
    origin: 'user',
    find: undefined,
    transaction: undefined,
    broken: undefined,
    pages: 0,
    nextPages: 0,
    credentials: undefined,
    due: [],
    retries: 0,
    repeats: 0,
    installerWaits: false,
    offers: [],
    running: [],
  }
}

export function installerInput(
  { phone, find, credentials, url }: HandsetContext,
  handset: InstallerInput['handset'],
): InstallerInput {
  if (find === undefined || !isInstallable(find)) throw new TypeError('nothing to install')
  return { phone, find, credentials, linkUrl: url, handset }
}

export function fetchInput(
  { phone, credentials }: HandsetContext,
  event: HandsetEvent,
): RetrievalInput {
  if (event.type !== 'fetch.wanted') throw new TypeError('nothing to fetch')
  const { url, purpose, probe, manner } = event
  const asked = { phone, url, purpose, probe, credentials, expectedBytes: undefined }
  return manner === undefined ? asked : { ...asked, manner }
}

export function managerInput({ phone }: HandsetContext, event: HandsetEvent): AppManagerInput {
  if (event.type !== 'suite.chosen') throw new TypeError('no suite was chosen')
  return { phone, suite: event.suite }
}

export function renderOrder({ phone, find, origin, credentials }: HandsetContext): RenderOrder {
  if (find?.kind !== 'raw page') throw new TypeError('no page to show')
  const accessPoint = phone.behaviour.accessPoint(origin, phone.profile)
  return { page: find, accessPoint, credentials }
}

export function discoveryInput({
  phone,
  url,
  origin,
  pages,
  broken,
}: HandsetContext): RetrievalInput {
  const { linkPurpose, accessPoint } = phone.behaviour
  return {
    phone,
    url,
    purpose: origin === 'next-page' && pages === 0 ? 'next-page' : linkPurpose,
    accessPoint: accessPoint(origin, phone.profile),
    credentials: undefined,
    expectedBytes: undefined,
    probe: undefined,
    broken: broken?.url === url ? broken : undefined,
  }
}
