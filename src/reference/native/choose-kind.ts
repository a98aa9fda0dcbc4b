/**
 * Which build a phone gets, by what its requests say: the User-Agent first, which is never filed wrongly, then the fields
 * that Internet Explorer Mobile adds, then the name of its UAProf document (WAP-248 UAProf).
 */
import type { NativeKind } from './packages.ts'

/** Symbian phones of UIQ, which their User-Agent does not tell: by model. */
const uiq2 = /SonyEricssonP(?:800|900|910)|MOT-A(?:925|1000)/i
const uiq3 = /SonyEricsson(?:P990|M600|P1i|W950|W960|G700|G900)|MOT(?:OROLA)?-?Z(?:8|10)/i

/** Windows Mobile phones whose browser says neither PPC nor Smartphone: by model. */
const smartphones =
  /Excalibur|HTC[_-]S\d{3}|HTC_Snap|SGH-i600|MOT-Q|iPAQ510|SPV E|SPV C|Vox-|Excal-|Snap_|oxygen/i
const pocketPcs = /SGH-i780|SGH-i900|LG-KS20|Treo|HTC_P\d{4}|X1i|HTC_HD2|Hermes|diamond/i

/** None: a phone for Java suites. */
export function chooseKind(headers: Headers): NativeKind | undefined {
  const agent = headers.get('User-Agent') ?? ''
  const profile = headers.get('x-wap-profile') ?? headers.get('Profile') ?? ''
  return symbianOf(agent) ?? mobileOf(agent, headers.get('UA-OS') ?? '') ?? mobileOf(profile, '')
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
