/**
 * What the protection domains offer (SEC21; the policy of MSA devices as phoneME carries it). Manufacturer and operator are
 * allowed everything; who is unidentified is offered less than who is identified, or nothing.
 */
import type { Interaction } from '../flash.ts'

export interface DomainOffer {
  /** The most that a user can give. */
  readonly highest: Interaction
  /** What holds until the user says otherwise. */
  readonly usual: Interaction
}

export interface FunctionGroup {
  readonly group: string
  readonly names: readonly string[]
  readonly identified: DomainOffer | undefined
  readonly unidentified: DomainOffer | undefined
}

const blanketOrSession = { highest: 'blanket', usual: 'session' } as const
const blanketOrOneshot = { highest: 'blanket', usual: 'oneshot' } as const
const sessionOrOneshot = { highest: 'session', usual: 'oneshot' } as const
const oneshot = { highest: 'oneshot', usual: 'oneshot' } as const
const allowed = { highest: 'allowed', usual: 'allowed' } as const

export const everything: DomainOffer = allowed

export const functionGroups: readonly FunctionGroup[] = [
  {
    group: 'net access',
    names: [
      'javax.microedition.io.Connector.http',
      'javax.microedition.io.Connector.https',
      'javax.microedition.io.Connector.obex.client.tcp',
      'javax.microedition.io.Connector.obex.server.tcp',
    ],
    identified: blanketOrSession,
    unidentified: sessionOrOneshot,
  },
  {
    group: 'low level net access',
    names: [
      'javax.microedition.io.Connector.datagram',
      'javax.microedition.io.Connector.datagramreceiver',
      'javax.microedition.io.Connector.serversocket',
      'javax.microedition.io.Connector.socket',
      'javax.microedition.io.Connector.ssl',
    ],
    identified: blanketOrSession,
    unidentified: sessionOrOneshot,
  },
  {
    group: 'call control',
    names: ['javax.microedition.io.Connector.sip', 'javax.microedition.io.Connector.sips'],
    identified: blanketOrOneshot,
    unidentified: oneshot,
  },
  {
    group: 'messaging',
    names: [
      'javax.microedition.io.Connector.mms',
      'javax.microedition.io.Connector.sms',
      'javax.wireless.messaging.mms.receive',
      'javax.wireless.messaging.mms.send',
      'javax.wireless.messaging.sms.receive',
      'javax.wireless.messaging.sms.send',
    ],
    identified: blanketOrOneshot,
    unidentified: oneshot,
  },
  {
    group: 'restricted messaging',
    names: ['javax.microedition.io.Connector.cbs', 'javax.wireless.messaging.cbs.receive'],
    identified: blanketOrOneshot,
    unidentified: oneshot,
  },
  {
    group: 'application auto invocation',
    names: ['javax.microedition.content.ContentHandler', 'javax.microedition.io.PushRegistry'],
    identified: blanketOrOneshot,
    unidentified: sessionOrOneshot,
  },
  {
    group: 'local connectivity',
    names: [
      'javax.microedition.io.Connector.bluetooth.client',
      'javax.microedition.io.Connector.bluetooth.server',
      'javax.microedition.io.Connector.comm',
      'javax.microedition.io.Connector.obex.client',
      'javax.microedition.io.Connector.obex.server',
    ],
    identified: blanketOrSession,
    unidentified: blanketOrOneshot,
  },
  {
    group: 'smart card',
    names: ['javax.microedition.apdu.aid', 'javax.microedition.jcrmi'],
    identified: blanketOrSession,
    unidentified: undefined,
  },
  {
    group: 'authentication',
    names: ['javax.microedition.securityservice.CMSMessageSignatureService'],
    identified: blanketOrSession,
    unidentified: undefined,
  },
  {
    group: 'multimedia recording',
    names: [
      'javax.microedition.amms.control.camera.enableShutterFeedback',
      'javax.microedition.media.control.RecordControl',
      'javax.microedition.media.control.VideoControl.getSnapshot',
    ],
    identified: blanketOrSession,
    unidentified: sessionOrOneshot,
  },
  {
    group: 'reading user data',
    names: [
      'javax.microedition.io.Connector.file.read',
      'javax.microedition.pim.ContactList.read',
      'javax.microedition.pim.EventList.read',
      'javax.microedition.pim.ToDoList.read',
    ],
    identified: blanketOrOneshot,
    unidentified: oneshot,
  },
  {
    group: 'writing user data',
    names: [
      'javax.microedition.amms.control.tuner.setPreset',
      'javax.microedition.io.Connector.file.write',
      'javax.microedition.pim.ContactList.write',
      'javax.microedition.pim.EventList.write',
      'javax.microedition.pim.ToDoList.write',
    ],
    identified: blanketOrOneshot,
    unidentified: oneshot,
  },
  {
    group: 'location',
    names: [
      'javax.microedition.location.Location',
      'javax.microedition.location.Orientation',
      'javax.microedition.location.ProximityListener',
    ],
    identified: blanketOrSession,
    unidentified: sessionOrOneshot,
  },
  {
    group: 'landmarks',
    names: [
      'javax.microedition.location.LandmarkStore.category',
      'javax.microedition.location.LandmarkStore.management',
      'javax.microedition.location.LandmarkStore.read',
      'javax.microedition.location.LandmarkStore.write',
    ],
    identified: blanketOrSession,
    unidentified: sessionOrOneshot,
  },
  {
    group: 'payment',
    names: ['javax.microedition.payment.process'],
    identified: allowed,
    unidentified: undefined,
  },
  {
    group: 'SIM toolkit',
    names: ['javax.microedition.apdu.sat'],
    identified: undefined,
    unidentified: undefined,
  },
]
