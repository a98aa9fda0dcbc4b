/**
 * PDUs made by other programs: the vectors of cloudhopper-smpp's `PduDecoderTest.java`, on whose meaning Wireshark's dissector
 * agrees.
 */
import type { Pdu } from '../../../src/wire/smpp/pdu.ts'

export interface SmppVector {
  readonly of: string
  readonly hex: string
  readonly pdu: Pdu
}

const head = { status: 0, tlvs: [] } as const
const message = {
  serviceType: '',
  esmClass: 0,
  protocolId: 0,
  priority: 0,
  scheduleTime: '',
  validity: '',
  registeredDelivery: 0,
  replaceIfPresent: 0,
  dataCoding: 0,
  defaultMessageId: 0,
  shortMessage: new Uint8Array(),
} as const
const ascii = (text: string) => new TextEncoder().encode(text)
const tlv = (tag: number, hex: string) => ({ tag, octets: new Uint8Array(Buffer.from(hex, 'hex')) })

export const smppVectors = [
  {
    of: 'a bind',
    hex: '00000023000000090000000000039951414c4c5f545700414c4c5f5457000034010200',
    pdu: {
      command: 'bind_transceiver',
      sequence: 235857,
      systemId: 'ALL_TW',
      password: 'ALL_TW',
      systemType: '',
      interfaceVersion: 0x34,
      addressRange: { ton: 1, npi: 2, value: '' },
      ...head,
    },
  },
  {
    of: 'its answer',
    hex: '0000001d800000090000000000039943536d7363204757000210000134',
    pdu: {
      command: 'bind_transceiver_resp',
      sequence: 235843,
      systemId: 'Smsc GW',
      status: 0,
      tlvs: [tlv(0x0210, '34')],
    },
  },
  {
    of: 'a wrong password',
    hex: '00000015800000090000000e00004db3534d534300',
    pdu: {
      command: 'bind_transceiver_resp',
      sequence: 19891,
      systemId: 'SMSC',
      status: 0x0e,
      tlvs: [],
    },
  },
  {
    of: 'a text',
    hex: '00000039000000040000000000004fe80001013430343034000101343439353133363139323000000000000001000000084024232125262f3a',
    pdu: {
      command: 'submit_sm',
      sequence: 20456,
      ...message,
      source: { ton: 1, npi: 1, value: '40404' },
      destination: { ton: 1, npi: 1, value: '44951361920' },
      registeredDelivery: 1,
      shortMessage: ascii('@$#!%&/:'),
      ...head,
    },
  },
  {
    of: 'its answer',
    hex: '0000001c80000004000000000a342ee1393432353834333135393400',
    pdu: { command: 'submit_sm_resp', sequence: 171192033, messageId: '94258431594', ...head },
  },
  {
    of: 'a receipt with decimal and hexadecimal id',
    hex: '000000ba00000005000000000000000200010134343935313336313932300001013430343034000400000000000000006e69643a30303539313133393738207375623a30303120646c7672643a303031207375626d697420646174653a3130303231303137333020646f6e6520646174653a3130303231303137333120737461743a44454c49565244206572723a30303020746578743a4024232125262f3a000e0001010006000101001e000833383630316661000427000102',
    pdu: {
      command: 'deliver_sm',
      sequence: 2,
      ...message,
      source: { ton: 1, npi: 1, value: '44951361920' },
      destination: { ton: 1, npi: 1, value: '40404' },
      esmClass: 4,
      shortMessage: ascii(
        'id:0059113978 sub:001 dlvrd:001 submit date:1002101730 done date:1002101731 stat:DELIVRD err:000 text:@$#!%&/:',
      ),
      status: 0,
      tlvs: [
        tlv(0x000e, '01'),
        tlv(0x0006, '01'),
        tlv(0x001e, '3338363031666100'),
        tlv(0x0427, '02'),
      ],
    },
  },
  {
    of: 'a receipt with `Text:`',
    hex: '000000eb00000005000000000000000100010134343935313336313932300000013430343034000400000000000003009069643a3132366538356136656465616331613032303230303939333132343739353634207375623a30303120646c7672643a303031207375626d697420646174653a3130303231393136333020646f6e6520646174653a3130303231393136333020737461743a44454c49565244206572723a30303020546578743a48656c6c6f2020202020202020202020202020200427000102001e0021313236653835613665646561633161303230323030393933313234373935363400',
    pdu: {
      command: 'deliver_sm',
      sequence: 1,
      ...message,
      source: { ton: 1, npi: 1, value: '44951361920' },
      destination: { ton: 0, npi: 1, value: '40404' },
      esmClass: 4,
      dataCoding: 3,
      shortMessage: ascii(
        'id:126e85a6edeac1a02020099312479564 sub:001 dlvrd:001 submit date:1002191630 done date:1002191630 stat:DELIVRD err:000 Text:Hello               ',
      ),
      status: 0,
      tlvs: [
        tlv(0x0427, '02'),
        tlv(0x001e, '313236653835613665646561633161303230323030393933313234373935363400'),
      ],
    },
  },
  {
    of: 'an intermediate receipt for a name',
    hex: '000000a2000000050000000000116ad500010134343935313336313932303537000501475442616e6b000400000000010000006e69643a3934323531343330393233207375623a30303120646c7672643a303031207375626d697420646174653a3039313130343031323420646f6e6520646174653a3039313130343031323420737461743a41434345505444206572723a31303720746578743a20323646313032',
    pdu: {
      command: 'deliver_sm',
      sequence: 1141461,
      ...message,
      source: { ton: 1, npi: 1, value: '4495136192057' },
      destination: { ton: 5, npi: 1, value: 'GTBank' },
      esmClass: 4,
      registeredDelivery: 1,
      shortMessage: ascii(
        'id:94251430923 sub:001 dlvrd:001 submit date:0911040124 done date:0911040124 stat:ACCEPTD err:107 text: 26F102',
      ),
      ...head,
    },
  },
  {
    of: 'a payload parameter',
    hex: '00000040000000050000000000657e4e0002013434393531333631393200040934303430340000000000000000000000000e0001010006000101042400024f6b',
    pdu: {
      command: 'deliver_sm',
      sequence: 6651470,
      ...message,
      source: { ton: 2, npi: 1, value: '4495136192' },
      destination: { ton: 4, npi: 9, value: '40404' },
      status: 0,
      tlvs: [tlv(0x000e, '01'), tlv(0x0006, '01'), tlv(0x0424, '4f6b')],
    },
  },
  {
    of: 'an empty payload parameter',
    hex: '0000003e000000050000000000657e4e0002013434393531333631393200040934303430340000000000000000000000000e000101000600010104240000',
    pdu: {
      command: 'deliver_sm',
      sequence: 6651470,
      ...message,
      source: { ton: 2, npi: 1, value: '4495136192' },
      destination: { ton: 4, npi: 9, value: '40404' },
      status: 0,
      tlvs: [tlv(0x000e, '01'), tlv(0x0006, '01'), tlv(0x0424, '')],
    },
  },
  {
    of: 'data_sm',
    hex: '000000300000010300000000000000000001013535353237313030303000000139363935000001000424000454657374',
    pdu: {
      command: 'data_sm',
      sequence: 0,
      serviceType: '',
      source: { ton: 1, npi: 1, value: '5552710000' },
      destination: { ton: 0, npi: 1, value: '9695' },
      esmClass: 0,
      registeredDelivery: 1,
      dataCoding: 0,
      status: 0,
      tlvs: [tlv(0x0424, '54657374')],
    },
  },
  {
    of: 'a query',
    hex: '0000001e000000030000000000004fe83132333435000101343034303400',
    pdu: {
      command: 'query_sm',
      sequence: 20456,
      messageId: '12345',
      source: { ton: 1, npi: 1, value: '40404' },
      ...head,
    },
  },
  {
    of: 'its answer',
    hex: '00000019800000030000000000004fe8313233343500000600',
    pdu: {
      command: 'query_sm_resp',
      sequence: 20456,
      result: { messageId: '12345', finalDate: '', state: 6, errorCode: 0 },
      ...head,
    },
  },
  {
    of: 'a cancel',
    hex: '0000002d000000080000000000004fe80031323334350001013430343034000101343439353133363139323000',
    pdu: {
      command: 'cancel_sm',
      sequence: 20456,
      serviceType: '',
      messageId: '12345',
      source: { ton: 1, npi: 1, value: '40404' },
      destination: { ton: 1, npi: 1, value: '44951361920' },
      ...head,
    },
  },
  {
    of: 'a replace',
    hex: '00000050000000070000000000004fe86d73672d313233343500010135353532373130303030003135303230333034303530363730382b00303130323033303430353036303030520001020474657874',
    pdu: {
      command: 'replace_sm',
      sequence: 20456,
      messageId: 'msg-12345',
      source: { ton: 1, npi: 1, value: '5552710000' },
      scheduleTime: '150203040506708+',
      validity: '010203040506000R',
      registeredDelivery: 1,
      defaultMessageId: 2,
      shortMessage: ascii('text'),
      ...head,
    },
  },
  {
    of: 'enquire_link',
    hex: '0000001000000015000000000a342ee7',
    pdu: { command: 'enquire_link', sequence: 171192039, ...head },
  },
  {
    of: 'its answer',
    hex: '0000001080000015000000000a342eed',
    pdu: { command: 'enquire_link_resp', sequence: 171192045, ...head },
  },
  {
    of: 'unbind',
    hex: '00000010000000060000000000000001',
    pdu: { command: 'unbind', sequence: 1, ...head },
  },
  {
    of: 'generic_nack',
    hex: '00000010800000000000000100082a77',
    pdu: { command: 'generic_nack', sequence: 535159, status: 1, tlvs: [] },
  },
  {
    of: 'alert_notification',
    hex: '00000025000001020000000200004fe8010135353532373130303030000101343034303400',
    pdu: {
      command: 'alert_notification',
      sequence: 20456,
      source: { ton: 1, npi: 1, value: '5552710000' },
      esme: { ton: 1, npi: 1, value: '40404' },
      status: 2,
      tlvs: [],
    },
  },
] as const satisfies readonly SmppVector[]

/** Seen in the field: a receipted_message_id that claims 0x41 octets of which 5 are there. */
export const overrunning =
  '000000a40000000500000000000000050001013233343830333337363831353100050056414e534f000400000000040000006369643a30303030303033303035207375623a30303120646c7672643a303031207375626d697420646174653a3130303131383134333120646f6e6520646174653a3130303131383134333120737461743a44454c49565244206572723a3030302074650427000102001e00413330303500'
