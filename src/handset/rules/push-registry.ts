/** What a static push registration needs to be made (PUSH21, OTA2 Installation step 3); one that fails ends it all. */
import { numberedAttributes, parsePushEntry } from '../../wire/attributes.ts'
import type { Attribute, MidletEntry, PushEntry } from '../../wire/attributes.ts'
import { escapeText } from '../../wire/escape.ts'
import type { Refusal } from '../behaviour.ts'
import type { Permission, Signer } from '../flash.ts'

export interface PushQuestion {
  /** Of the document that has the registrations. */
  readonly attributes: readonly Attribute[]
  readonly midlets: readonly MidletEntry[]
  readonly signer: Signer | undefined
  readonly permissions: readonly Permission[]
  /** Name of the suite, other than the one replaced, that listens there. */
  readonly ownerOf: (connection: string) => string | undefined
}

const pushPermission = 'javax.microedition.io.PushRegistry'

/** Registrations of one suite; devices keep a few dozen in all. */
const registrationsMax = 64

/**
 * Connections that can be listened on without a peer: those of MIDP 2.0, then of JSR 82, 120, 205 and 180. What stands
 * for the port differs: a number, an application id, a UUID with parameters.
 */
const listenable: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    socket: /^:[1-9][0-9]{0,4}$/,
    datagram: /^:[1-9][0-9]{0,4}$/,
    sms: /^:[0-9]{1,5}$/,
    cbs: /^:[0-9]{1,5}$/,
    mms: /^:[\w.]{1,32}$/,
    btspp: /^localhost:[0-9A-Fa-f]{1,32}(?:;.*)?$/,
    btl2cap: /^localhost:[0-9A-Fa-f]{1,32}(?:;.*)?$/,
    btgoep: /^localhost:[0-9A-Fa-f]{1,32}(?:;.*)?$/,
    sip: /^\*(?:;.*)?$|^:[1-9][0-9]{0,4}(?:;.*)?$/,
    sips: /^\*(?:;.*)?$|^:[1-9][0-9]{0,4}(?:;.*)?$/,
  }),
)

const portMax = 65_535

export function examinePush(question: PushQuestion): Refusal | undefined {
  const numbered = numberedAttributes(question.attributes, 'MIDlet-Push-')
  if (numbered.length === 0) return undefined
  if (numbered.length > registrationsMax) {
    return failed(
      `push limit: ${numbered.length} registrations, at most ${registrationsMax} (registrationsMax)`,
    )
  }
  const own = new Set<string>()
  for (const { attribute } of numbered) {
    const entry = parsePushEntry(attribute.value)
    if (entry === undefined) {
      const reason = `push syntax: ${attribute.name} is not "connection, class, allowed sender"`
      return { ...failed(reason), rule: 'push syntax' }
    }
    const refusal = refuseEntry(attribute.name, entry, question) ?? refuseAgain(entry, own)
    if (refusal !== undefined) return refusal
  }
  return refusePermission(question)
}

function failed(reason: string): Refusal {
  return { code: 911, reason }
}

function refuseEntry(name: string, entry: PushEntry, question: PushQuestion): Refusal | undefined {
  const { connection, className, allowedSender } = entry
  const told = escapeText(connection)
  if (!isListenable(connection))
    return failed(`push protocol: ${name}: nobody can listen on ${told}`)
  if (!question.midlets.some((midlet) => midlet.className === className)) {
    return failed(`push class: ${name}: no MIDlet of the suite is ${escapeText(className)}`)
  }
  if (/\s/.test(allowedSender)) {
    return failed(`push sender: ${name}: ${escapeText(allowedSender)} is no filter`)
  }
  const owner = question.ownerOf(connection)
  return owner === undefined
    ? undefined
    : failed(`push address taken: ${name}: ${escapeText(owner)} listens on ${told}`)
}

function isListenable(connection: string): boolean {
  const [, scheme = '', rest = ''] = /^([a-z0-9]+):\/\/(.*)$/.exec(connection) ?? []
  const port = /^:([0-9]+)$/.exec(rest)?.[1] ?? '0'
  return listenable.get(scheme)?.test(rest) === true && Number(port) <= portMax
}

function refuseAgain({ connection }: PushEntry, own: Set<string>): Refusal | undefined {
  if (own.has(connection))
    return failed(`push address taken: ${escapeText(connection)} stands twice`)
  own.add(connection)
  return undefined
}

/** That it may not listen is a matter of permissions, and has their code (OTA2 Installation step 3). */
function refusePermission({ signer, permissions }: PushQuestion): Refusal | undefined {
  const may = permissions.some(
    ({ name, interaction }) => name === pushPermission && interaction !== 'never',
  )
  return signer === undefined || may
    ? undefined
    : { code: 910, reason: `permission missing: registrations for push without ${pushPermission}` }
}
