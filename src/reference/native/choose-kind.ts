/**
 * Which build a phone gets, by what its requests say: the User-Agent first, which is never filed wrongly, then the fields
 * that Internet Explorer Mobile adds, then its UAProf document, and the name of it (WAP-248 UAProf).
 */
import type { UaProf } from '../../wire/uaprof.ts'
import type { NativeKind } from './packages.ts'
import { profileUrlOf } from './profile-reader.ts'
import type { ProfileReader } from './profile-reader.ts'

/** Symbian phones of UIQ, which their User-Agent does not tell: by model. */
const uiq2 = /SonyEricssonP(?:800|900|910)|MOT-A(?:925|1000)/i
const uiq3 = /SonyEricsson(?:P990|M600|P1i|W950|W960|G700|G900)|MOT(?:OROLA)?-?Z(?:8|10)/i

/** Windows Mobile phones whose browser says neither PPC nor Smartphone: by model. */
const smartphones =
  /Excalibur|HTC[_-]S\d{3}|HTC_Snap|SGH-i600|MOT-Q|Motorola_Q|iPAQ510|SPV ?[CE]|Vox-|Excal-|Snap_|oxygen/i
const pocketPcs = /SGH-i780|SGH-i900|LG-KS20|Treo|HTC_P\d{4}|X1i|HTC_HD2|Hermes|diamond|mdavario/i

export function kindOfRequest(headers: Headers): NativeKind | undefined {
  const agent = headers.get('User-Agent') ?? ''
  return symbianOf(agent) ?? mobileOf(agent, headers.get('UA-OS') ?? '')
}

/** What the request tells, and whether its UAProf document was asked for: only where the rest tells nothing, as it may be far away. */
export async function findKind(
  headers: Headers,
  profiles: ProfileReader,
): Promise<{
  readonly kind: NativeKind | undefined
  readonly profile: 'not needed' | 'read' | 'lacking'
}> {
  if (kindOfRequest(headers) !== undefined || isOfJava(headers)) {
    return { kind: kindOfRequest(headers), profile: 'not needed' }
  }
  const profile = await profiles.read(headers)
  const kind = (profile && kindOfProfile(profile)) ?? kindOfName(profileUrlOf(headers) ?? '')
  return { kind, profile: profile === undefined ? 'lacking' : 'read' }
}

export function isOfJava(headers: Headers): boolean {
  return /MIDP|CLDC|J2ME|BlackBerry/i.test(headers.get('User-Agent') ?? '')
}

/** Of documents, for when their hosts are gone. */
const symbian8Names = /\/N(?:3650|6600|3230|6630|N70)|UAProf\/P9[01]0|a1000/i
const symbian9Names = /\/N(?:N73|N8|N9[57]|E51|E52|E6[13]|E7|808)|\/Nokia5800/i

function kindOfName(url: string): NativeKind | undefined {
  if (symbian8Names.test(url)) return 'sis'
  return symbian9Names.test(url) ? 'sisx' : mobileOf(url, '')
}

/** By the packages it takes, by its system, or by its model. */
export function kindOfProfile(profile: UaProf): NativeKind | undefined {
  const { vendor = '', model = '', osName = '', osVersion = '', accept } = profile
  const name = `${vendor}_${model}`.replaceAll(' ', '')
  const isNew = Number.parseInt(osVersion, 10) >= 9
  if (accept.includes('x-epoc/x-sisx-app')) return 'sisx'
  if (accept.includes('application/vnd.symbian.install')) return isNew ? 'sisx' : 'sis'
  if (/symbian/i.test(osName) && osVersion !== '') return isNew ? 'sisx' : 'sis'
  if (/windows/i.test(osName)) return smartphones.test(name) ? 'smartphone' : 'pocket-pc'
  return symbianOf(name.replace('_', '')) ?? mobileOf(name, '')
}

function symbianOf(agent: string): NativeKind | undefined {
  if (uiq2.test(agent)) return 'sis'
  if (uiq3.test(agent)) return 'sisx'
  const [, major = ''] = /Series60\/(\d)/.exec(agent) ?? []
  if (major !== '') return Number(major) >= 3 ? 'sisx' : 'sis'
  if (/SymbianOS\/[678]/.test(agent)) return 'sis'
  return /SymbianOS\/9|Symbian\/3/.test(agent) ? 'sisx' : undefined
}

function mobileOf(name: string, system: string): NativeKind | undefined {
  if (/BlackBerry/i.test(name)) return undefined
  if (/SMARTPHONE/i.test(system)) return 'smartphone'
  if (/POCKET ?PC/i.test(system)) return 'pocket-pc'
  if (smartphones.test(name)) return 'smartphone'
  if (pocketPcs.test(name)) return 'pocket-pc'
  if (!/Windows CE/i.test(name)) return undefined
  return /Smartphone|\bSP;/i.test(name) ? 'smartphone' : 'pocket-pc'
}
