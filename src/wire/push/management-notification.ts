/** The alert by which a device management server asks a phone to call it: package #0 (OMA-TS-DM_Notification-V1_2). */
import { hash } from 'node:crypto'
import { WireError } from '../../errors.ts'
import { OctetWriter } from '../octets.ts'

export const notificationType = 'application/vnd.syncml.notification'

export interface ManagementNotification {
  readonly serverId: string
  /** 1 to 65535; the phone names it when it calls. */
  readonly session: number
}

/** What phone and server share: the digest proves that the server knows it. */
export interface NotificationSecret {
  readonly password: string
  readonly nonce: string
}

/** 10 bits: the notification of DM 1.1 and 1.2. */
const version = 0x0b
/** 2 bits: the user is told. */
const informative = 2
const byServer = 1
const serverIdOctetsMax = 255

/** @throws WireError `wire/notification-server` for an id of none or too many octets */
export function writeManagementNotification(
  { serverId, session }: ManagementNotification,
  { password, nonce }: NotificationSecret,
): Uint8Array {
  const id = new TextEncoder().encode(serverId)
  if (id.length === 0 || id.length > serverIdOctetsMax) {
    const message = `Unexpected server id of ${id.length} octets, expected 1 to ${serverIdOctetsMax}`
    throw new WireError('wire/notification-server', `${message} (serverIdOctetsMax)`, 0)
  }
  const trigger = new OctetWriter()
    // Version, mode and initiator, then 27 bits that are 0.
    .u8(version >> 2)
    .u8(((version & 0x03) << 6) | (informative << 4) | (byServer << 3))
    .bytes(new Uint8Array(3))
    .u16be(session)
    .u8(id.length)
    .bytes(id)
    .toUint8Array()
  const proof = `${digestText(`${serverId}:${password}`)}:${nonce}:${digestText(trigger)}`
  return new OctetWriter()
    .bytes(hash('md5', proof, 'buffer'))
    .bytes(trigger)
    .toUint8Array()
}

function digestText(data: string | Uint8Array): string {
  return hash('md5', data, 'base64')
}
