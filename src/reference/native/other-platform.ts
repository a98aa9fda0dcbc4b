/** Links that are for one platform, and phones that say they are of another. */
import type { FaultContext } from '../fault.ts'
import type { Desk } from '../desk.ts'
import { cacheControl, respond } from '../respond.ts'
import { findKind, isOfJava, kindOfRequest } from './choose-kind.ts'
import type { NativeKind } from './packages.ts'

/** What phones can open: devices of Windows Mobile differ in what they run, and are told apart badly by their names. */
type Platform = 'java' | 'sis' | 'sisx' | 'cab'

const platforms: Readonly<Record<NativeKind, Platform>> = {
  sis: 'sis',
  sisx: 'sisx',
  'pocket-pc': 'cab',
  smartphone: 'cab',
}

const names: Readonly<Record<Platform, string>> = {
  java: 'Java phones',
  sis: 'Symbian phones up to OS 8',
  sisx: 'Symbian phones since OS 9',
  cab: 'Windows Mobile phones',
}

/** @returns none where it is given: the policy is to, the phone is of the platform, or nothing tells of which it is */
export async function refuseOtherPlatform(
  desk: Desk,
  kind: NativeKind | 'java',
  { request }: FaultContext,
): Promise<Response | undefined> {
  const wanted = kind === 'java' ? kind : platforms[kind]
  const told = platformTold(request.headers)
  if (told === wanted || desk.policies.otherPlatform === 'serves') return undefined
  const own = told ?? (await platformRead(desk, request.headers))
  if (own === undefined || own === wanted) return undefined
  const page = [
    '<html><head><title>Not for this phone</title></head><body>',
    `<p>This link is for ${names[wanted]}. Ask for one for your phone.</p>`,
    '</body></html>\n',
  ].join('')
  const type = ['Content-Type', 'text/html;charset=UTF-8'] as const
  return respond(403, [type, cacheControl], new TextEncoder().encode(page))
}

function platformTold(headers: Headers): Platform | undefined {
  const kind = kindOfRequest(headers)
  if (kind !== undefined) return platforms[kind]
  return isOfJava(headers) ? 'java' : undefined
}

/** By the UAProf document. */
async function platformRead(desk: Desk, headers: Headers): Promise<Platform | undefined> {
  const { kind } = await findKind(headers, desk.profiles)
  return kind === undefined ? undefined : platforms[kind]
}
