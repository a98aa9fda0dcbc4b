/** Windows Mobile phones: Pocket PC (later Classic and Professional) and Smartphone (later Standard). */
import { WireError } from '../../errors.ts'
import type { Profile } from '../../profile/profile.ts'
import type { Header } from '../../trace/events.ts'
import { readCabinet } from '../../wire/cab/cab.ts'
import type { InstallTerms } from '../../wire/cab/install-terms.ts'
import { readInstallCab } from '../../wire/cab/install-cab.ts'
import { escapeText } from '../../wire/escape.ts'
import { extensionOf, fileNameOf } from '../../wire/file-name.ts'
import { parseMediaType } from '../../wire/media-types.ts'
import type { Behaviour, Refusal, VerificationAnswer, VerificationQuestion } from '../behaviour.ts'
import type { Signer } from '../flash.ts'
import { examineInOrder } from '../rules/examination.ts'
import { tellType } from '../rules/find.ts'
import type { LinkContents, Recognition } from '../rules/find.ts'
import type { LookedAt } from '../trust.ts'
import { styleNative } from './native-request.ts'
import { browserFor, downloadsOf, installs, native, refuse } from './native.ts'
import * as mobile from './windows-mobile-examinations.ts'
import { installedBytes, subjectOf } from './windows-mobile-draft.ts'
import type { WindowsMobileDraft, WindowsMobileExamination } from './windows-mobile-draft.ts'

/** The shell opens a file by its extension; what is a text by its type is shown (MSDN aa458927). */
function recognise({ url, headers, contentType }: LinkContents): Recognition {
  const type = contentType === undefined ? undefined : parseMediaType(contentType)?.essence
  if (type?.startsWith('text/') === true)
    return unknown(`shown as a page: media type ${tellType(type)}`)
  const name = fileNameOf(url, headers)
  if (extensionOf(name) === '.cab') return { kind: 'package' }
  const file = name === undefined ? 'without a name' : escapeText(name)
  return unknown(`no application is associated with the file ${file}`)
}

function unknown(reason: string): Recognition {
  return { kind: 'unknown', native: 'unknown-type', reason }
}

type Opened = Pick<WindowsMobileDraft, 'cabinet' | 'cab'>

function open(octets: Uint8Array): Opened | Refusal {
  try {
    const cabinet = readCabinet(octets)
    return { cabinet, cab: readInstallCab(cabinet) }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return refuse('not-a-package', `not a valid Windows CE setup file: ${error.message}`)
  }
}

function examineBy(order: readonly WindowsMobileExamination[]) {
  return (question: VerificationQuestion): VerificationAnswer => {
    const installNotify = undefined
    const opened = open(question.octets)
    if ('reason' in opened) return { kind: 'refuse', refusal: opened, installNotify }
    const known = { ...question, ...opened, standing: undefined }
    const examined = examineInOrder<WindowsMobileDraft>(known, order)
    const { refusal, question: asked, draft } = examined
    const lookedAt = lookOf(draft)
    if (asked !== undefined) return { kind: 'ask', question: asked, lookedAt }
    if (refusal !== undefined) return { kind: 'refuse', refusal, installNotify, lookedAt }
    return installs({
      subject: subjectOf(opened.cab),
      bytes: installedBytes(opened.cabinet),
      signer: signerOf(draft),
      lookedAt,
    })
  }
}

function lookOf({ cab, standing }: WindowsMobileDraft): LookedAt | undefined {
  return standing && { subject: subjectOf(cab), signature: standing.facts }
}

function signerOf({ standing }: WindowsMobileDraft): Signer | undefined {
  const { signer: subject, root, domain } = standing?.facts ?? {}
  if (subject === undefined || root === undefined || domain === undefined) return undefined
  return { domain, subject, root }
}

/** `.000` alone (Pocket PC 2003), `_setup.xml` where there is one (later Pocket PCs), or `_setup.xml` alone. */
const byManifest = ({ cab }: WindowsMobileDraft): InstallTerms => cab.manifest ?? cab
const bySetup = ({ cab }: WindowsMobileDraft): InstallTerms => cab.setup ?? cab

const pocketPcPlatform = 'POCKETPC'
const smartphonePlatform = 'Smartphone'

/** UA-CPU may be missing on Smartphones; its value is in the profile where it is known (MSDN bb159684). */
function browserFields({ windowsMobile, screen }: Profile, device: string): readonly Header[] {
  if (windowsMobile === undefined || windowsMobile.browser === 'opera') return []
  const { osVersion, cpu } = windowsMobile
  return [
    ['UA-OS', `Windows CE (${device}) - Version ${osVersion}`],
    ['UA-color', 'color16'],
    ...(screen === undefined ? [] : [['UA-pixels', `${screen.width}x${screen.height}`] as const]),
    ...(cpu === undefined ? [] : [['UA-CPU', cpu] as const]),
    ['UA-Voice', 'TRUE'],
  ]
}

function requestsOf(device: string): Behaviour['requestStyle'] {
  return (purpose, profile) =>
    styleNative(purpose, profile, { accept: '*/*', more: browserFields(profile, device) })
}

/** Setup files; the label is that of MSDN. */
const cabinetTypes: readonly string[] = ['application/vnd.ms-cab-compressed']

const anyDevice: Behaviour = {
  ...native,
  browser: browserFor(/\.cab$/i),
  download: downloadsOf(cabinetTypes),
  // An SI without a text is no message to Windows Mobile.
  push: { ...native.push, showsWithoutText: false },
  recognise,
  // The previous version was removed when the user agreed; there is nothing left to update.
  decideUpdate: ({ installed }) =>
    installed === undefined
      ? { kind: 'fresh' }
      : { kind: 'update', comparison: 'same', silently: true },
}

export const pocketPc2003: Behaviour = {
  ...anyDevice,
  requestStyle: requestsOf('POCKET PC'),
  examine: examineBy([
    mobile.download,
    mobile.unsignedOnly,
    mobile.processorBy(byManifest),
    mobile.versionBy(byManifest),
    mobile.publisher,
    mobile.platformBy(pocketPcPlatform, byManifest),
    mobile.previous,
    mobile.place,
    mobile.room,
  ]),
}

export const pocketPc: Behaviour = {
  ...anyDevice,
  requestStyle: requestsOf('POCKET PC'),
  examine: examineBy([
    mobile.download,
    mobile.processorBy(bySetup),
    mobile.versionBy(bySetup),
    mobile.signature,
    mobile.publisher,
    mobile.platformBy(pocketPcPlatform, bySetup),
    mobile.previous,
    mobile.place,
    mobile.room,
    mobile.settings,
  ]),
}

export const smartphone: Behaviour = {
  ...anyDevice,
  requestStyle: requestsOf('SMARTPHONE'),
  examine: examineBy([
    mobile.download,
    mobile.setupDocument,
    mobile.processorBy(bySetup),
    mobile.versionBy(bySetup),
    mobile.signature,
    mobile.publisher,
    mobile.platformBy(smartphonePlatform, bySetup),
    mobile.previous,
    mobile.place,
    mobile.room,
    mobile.settings,
  ]),
}
