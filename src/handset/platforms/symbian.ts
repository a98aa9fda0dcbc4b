/** Symbian phones: S60, Series 80 and UIQ, before and since Symbian OS 9. */
import { WireError } from '../../errors.ts'
import { togetherMediaType } from '../../wire/download-parts.ts'
import { escapeText } from '../../wire/escape.ts'
import { extensionOf, fileNameOf } from '../../wire/file-name.ts'
import { hasEssence, parseMediaType } from '../../wire/media-types.ts'
import { detectSis, readSis } from '../../wire/sis/sis.ts'
import type { SisPackage } from '../../wire/sis/sis.ts'
import { compareVersions } from '../../wire/sis/sisx-leaf.ts'
import type {
  Behaviour,
  Comparison,
  Refusal,
  UpdateAnswer,
  UpdateQuestion,
  VerificationAnswer,
  VerificationQuestion,
} from '../behaviour.ts'
import type { DownloadHabits } from '../download-habits.ts'
import { examineInOrder } from '../rules/examination.ts'
import { tellType } from '../rules/find.ts'
import type { LinkContents, Recognition } from '../rules/find.ts'
import type { LookedAt } from '../trust.ts'
import { styleNative } from './native-request.ts'
import { browserFor, downloadsOf, installs, native, refuse } from './native.ts'
import * as symbian from './symbian-examinations.ts'
import * as security from './symbian-security.ts'
import { s60Resumption } from './symbian-resumption.ts'
import { installedBytes, ownPrograms, parseSisVersion, subjectOf } from './symbian-draft.ts'
import type { SymbianDraft, SymbianExamination } from './symbian-draft.ts'
import * as upgrades from './symbian-upgrades.ts'

/** Types for which the installer starts by itself; the second also of SISX, since the octets decide (HttpDownload.cpp of S60). */
const packageTypes: readonly string[] = [
  'x-epoc/x-sisx-app',
  'application/vnd.symbian.install',
  'x-epoc/x-app268436505',
]

const packageExtensions: readonly string[] = ['.sis', '.sisx']

function recognise({ url, headers, contentType, octets }: LinkContents): Recognition {
  if (hasEssence(contentType, packageTypes)) return { kind: 'package' }
  const type = contentType === undefined ? undefined : parseMediaType(contentType)?.essence
  if (type?.startsWith('text/') === true) {
    return unknown(`shown as a page: media type ${tellType(type)}`)
  }
  const name = fileNameOf(url, headers)
  if (packageExtensions.includes(extensionOf(name)) && detectSis(octets) !== undefined) {
    return { kind: 'package' }
  }
  const label = contentType === undefined ? 'none' : tellType(contentType)
  return unknown(`file format not supported: media type ${label}, name ${tellName(name)}`)
}

function tellName(name: string | undefined): string {
  return name === undefined ? 'none' : escapeText(name)
}

function unknown(reason: string): Recognition {
  return { kind: 'unknown', native: 'unknown-type', reason }
}

function open(octets: Uint8Array): SisPackage | Refusal {
  if (detectSis(octets) === undefined) {
    return refuse('not-a-package', 'unknown file type: it does not begin like a package')
  }
  try {
    return readSis(octets)
  } catch (error) {
    if (error instanceof WireError)
      return refuse('corrupt', `the file is corrupted: ${error.message}`)
    throw error
  }
}

function examineBy(order: readonly SymbianExamination[]) {
  return (question: VerificationQuestion): VerificationAnswer => {
    const installNotify = undefined
    const sis = open(question.octets)
    if ('reason' in sis) return { kind: 'refuse', refusal: sis, installNotify }
    const unknown = { signer: undefined, standings: [] }
    const examined = examineInOrder<SymbianDraft>({ ...question, sis, ...unknown }, order)
    const { refusal, question: asked, draft } = examined
    const lookedAt = lookOf(draft)
    if (asked !== undefined) return { kind: 'ask', question: asked, lookedAt }
    if (refusal !== undefined) return { kind: 'refuse', refusal, installNotify, lookedAt }
    return installs({
      subject: subjectOf(sis),
      bytes: installedBytes(sis),
      signer: draft.signer,
      lookedAt,
      programs: ownPrograms(sis),
    })
  }
}

function lookOf({ sis, standings: [standing] }: SymbianDraft): LookedAt | undefined {
  return standing && { subject: subjectOf(sis), signature: standing.facts }
}

/** Whether an older version may come back was asked before. */
function decideUpdate({ installed, offered }: UpdateQuestion): UpdateAnswer {
  if (installed === undefined) return { kind: 'fresh' }
  const [there, here] = [installed.subject, offered.subject].map(({ version }) =>
    parseSisVersion(version),
  )
  if (there === undefined || here === undefined) return { kind: 'fresh' }
  return { kind: 'update', comparison: nameOrder(compareVersions(here, there)), silently: true }
}

function nameOrder(order: number): Comparison {
  if (order === 0) return 'same'
  return order > 0 ? 'newer' : 'older'
}

const since9: readonly SymbianExamination[] = [
  symbian.formatOfThisSystem,
  symbian.consent,
  security.signatures,
  security.sound,
  security.signed,
  security.inDate,
  symbian.supplier,
  security.forThisPhone,
  security.development,
  symbian.details,
  symbian.targets,
  symbian.components,
  upgrades.base,
  upgrades.trustOfUpgrade,
  upgrades.downgrade,
  symbian.language,
  symbian.choices,
  symbian.place,
  symbian.room,
  security.uidRange,
  security.capabilitiesWanted,
  symbian.texts,
  symbian.copying,
]

const before9: readonly SymbianExamination[] = [
  symbian.formatOfThisSystem,
  symbian.consent,
  symbian.supplier,
  symbian.details,
  symbian.requisites,
  symbian.components,
  upgrades.base,
  upgrades.newerInstalled,
  symbian.language,
  symbian.choices,
  symbian.place,
  symbian.room,
  symbian.texts,
  symbian.copying,
]

/** Accept of S60's download manager (ConvTables of HttpDownload.cpp). */
const downloadAccept = [
  'multipart/mixed',
  'application/java-archive',
  'application/java',
  'application/x-java-archive',
  'text/vnd.sun.j2me.app-descriptor',
  'application/vnd.oma.drm.message',
  'application/vnd.oma.drm.content',
  'application/vnd.wap.mms-message',
  'text/x-co-desc',
  'application/vnd.oma.dd+xml',
  '*/*',
].join(', ')

/**
 * The content download engine of S60: the content is released shortly after the report was submitted, whatever comes of that,
 * and a report that is not answered is sent once more (HttpLoader.cpp).
 */
const s60Downloads: DownloadHabits = {
  ...downloadsOf(packageTypes),
  // CCodDownloadImpl, ConstructL.
  takesTogether: (contentType, { omaDownload }) =>
    omaDownload === true && hasEssence(contentType, [togetherMediaType]),
  repeatsReport: (received, repeats) =>
    repeats < 1 && received.kind === 'failure' && received.cause === 'interrupted',
  isDelivered: (received) =>
    received.kind === 'response' && received.status >= 200 && received.status < 300,
  releases: () => true,
}

const anySymbian: Behaviour = {
  ...native,
  browser: browserFor(/\.sisx?$/i),
  download: downloadsOf(packageTypes),
  accessPoint: (origin, { symbian: facts }) =>
    (origin === 'si' || origin === 'sl') && facts?.wapPushRoute === 'wap' ? 'wap' : 'internet',
  recognise,
  decideUpdate,
  requestStyle: (purpose, profile) => styleNative(purpose, profile, { accept: '*/*' }),
}

/** S60 3rd Edition to Symbian Belle. */
export const s603rd: Behaviour = {
  ...anySymbian,
  download: s60Downloads,
  looksFirst: true,
  resumption: s60Resumption,
  requestStyle: (purpose, profile) => styleNative(purpose, profile, { accept: downloadAccept }),
  examine: examineBy(since9),
}

/** S60 1st and 2nd Edition; how they download is in no source that could be read: a plain GET. */
export const s602nd: Behaviour = { ...anySymbian, examine: examineBy(before9) }

export const uiq2: Behaviour = { ...anySymbian, examine: examineBy(before9) }

export const uiq3: Behaviour = { ...anySymbian, examine: examineBy(since9) }
