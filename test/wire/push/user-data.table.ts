/** User data of short messages that others sent, with the push within. */
import type { PushContent } from '../../../src/wire/push/push-content.ts'

export interface UserDataVector {
  readonly id: string
  readonly source: string
  readonly segments: readonly string[]
  readonly ports: readonly [destination: number, source: number]
  readonly mediaType: string
  /** None for what is no document of ours. */
  readonly content: PushContent | undefined
}

export const userDataVectors: readonly UserDataVector[] = [
  {
    id: 'V12',
    source: 'CommzGate SMS gateway API documentation',
    segments: [
      '0605040B8423F0DC0601AE02056A0045C60C037777772E636F6D6D7A676174652E636F6D2F6B6F6E672F6B6F6E672E6769660001034B6F6E67000101',
    ],
    ports: [2948, 9200],
    mediaType: 'application/vnd.wap.sic',
    content: {
      kind: 'si',
      indication: { href: 'http://www.commzgate.com/kong/kong.gif', text: 'Kong', info: [] },
    },
  },
  {
    id: 'V14',
    source: 'Vodafone DE; python-messaging test_wap.py',
    segments: [
      '0B05040B8423F0000396020101060B03AE81EAC3958D01A2B48403056A0A20566F6461666F6E650045C60C037761702E6D65696E63616C6C79612E64652F000801035A756D206B6F7374656E6C6F73656E20506F7274616C20224D65696E0083000322202D2065696E66616368206175662064656E20666F6C67656E64656E204C696E6B206B6C69636B656E',
      '0B05040B8423F00003960202206F6465722064696520536569746520646972656B7420617566727566656E2E2049687200830003205465616D000101',
    ],
    ports: [2948, 9200],
    mediaType: 'application/vnd.wap.sic',
    content: {
      kind: 'si',
      indication: {
        href: 'http://wap.meincallya.de/',
        action: 'signal-high',
        text: 'Zum kostenlosen Portal "Mein Vodafone" - einfach auf den folgenden Link klicken oder die Seite direkt aufrufen. Ihr Vodafone Team',
        info: [],
      },
    },
  },
  {
    id: 'V15',
    source: 'T-Mobile UK, an MMS notification; python-messaging test_wap.py',
    segments: [
      '0C08049F8E020105040B8423F00106226170706C69636174696F6E2F766E642E7761702E6D6D732D6D65737361676500AF848C82984E4F4B3543694B636F544D595347344D4253774141734B7631344655484141414141414141008D908919802B3434373738353334323734392F545950453D504C4D4E008A808E0274008805810301194083687474703A2F',
      '0C08049F8E020205040B8423F02F70726F6D6D732F736572766C6574732F4E4F4B3543694B636F544D595347344D4253774141734B763134465548414141414141414100',
    ],
    ports: [2948, 9200],
    mediaType: 'application/vnd.wap.mms-message',
    content: undefined,
  },
  {
    id: 'V16',
    source: 'Kannel 1.4.5 by SMPP',
    segments: [
      '0605040B8423F0000605AE8DCBC39302056A0045C60D0378797A008503656D61696C2F3132332F6162632E776D6C000AC3071999062515231510C304199906300103596F7520686176652034206E657720656D61696C73000101',
    ],
    ports: [2948, 9200],
    mediaType: 'application/vnd.wap.sic',
    content: {
      kind: 'si',
      indication: {
        href: 'http://www.xyz.com/email/123/abc.wml',
        created: '1999-06-25T15:23:15Z',
        expires: '1999-06-30T00:00:00Z',
        text: 'You have 4 new emails',
        info: [],
      },
    },
  },
  {
    id: 'V17',
    source: 'Kannel 1.4.5 by SMPP, for the MMS client',
    segments: [
      '0605040B8423F0030607AEAF848DCBC39302056A0045C60D0378797A008503656D61696C2F3132332F6162632E776D6C000AC3071999062515231510C304199906300103596F7520686176652034206E657720656D61696C73000101',
    ],
    ports: [2948, 9200],
    mediaType: 'application/vnd.wap.sic',
    content: {
      kind: 'si',
      indication: {
        href: 'http://www.xyz.com/email/123/abc.wml',
        created: '1999-06-25T15:23:15Z',
        expires: '1999-06-30T00:00:00Z',
        text: 'You have 4 new emails',
        info: [],
      },
    },
  },
  {
    id: 'V19',
    source: 'Gammu 1.42, segment 1 of 1',
    segments: [
      '0B05040B8423F00003A10101010601AE02056A0045C60B03687474703A2F2F7777772E6578616D706C652E636F6D2F612E6A61640001034765742047616D65000101',
    ],
    ports: [2948, 9200],
    mediaType: 'application/vnd.wap.sic',
    content: {
      kind: 'si',
      indication: { href: 'http://www.example.com/a.jad', text: 'Get Game', info: [] },
    },
  },
  {
    id: 'gammu',
    source: 'Gammu 1.42, another',
    segments: [
      '0B05040B8423F00003210101010601AE02056A0045C60B03687474703A2F2F3132372E302E302E313A383038382F6F74612F67616D652E6A61640001034E65772067616D65000101',
    ],
    ports: [2948, 9200],
    mediaType: 'application/vnd.wap.sic',
    content: {
      kind: 'si',
      indication: { href: 'http://127.0.0.1:8088/ota/game.jad', text: 'New game', info: [] },
    },
  },
]
