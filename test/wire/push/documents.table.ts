/** WBXML documents that others made, with the content they mean. `canonical` ones are what our encoder writes as well. */
import type { PushContent } from '../../../src/wire/push/push-content.ts'
import type { WbxmlForm } from '../../../src/wire/wbxml/encode.ts'

export interface DocumentVector {
  readonly id: string
  readonly source: string
  readonly hex: string
  readonly content: PushContent
  /** How it was written; none where its encoder chose another way than ours. */
  readonly canonical: WbxmlForm | undefined
}

export const documentVectors = [
  {
    id: 'V01',
    source: 'WAP-167, the worked example',
    hex: '02056A0045C60D0378797A008503656D61696C2F3132332F6162632E776D6C000AC3071999062515231510C304199906300103596F7520686176652034206E657720656D61696C73000101',
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
    canonical: {},
  },
  {
    id: 'V02',
    source: 'Gecko dom/wappush, test_si_pdu_helper.js',
    hex: '02056A28656D61696C2F3132332F6162632E776D6C00596F7520686176652034206E657720656D61696C730045C60D0378797A008583000AC3071999062515231510C304199906300183120101',
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
    canonical: { strings: ['email/123/abc.wml', 'You have 4 new emails'] },
  },
  {
    id: 'V05',
    source: 'Gecko dom/wappush, test_si_pdu_helper.js',
    hex: '02056A0045C60D036F7265696C6C7900850103436865636B20746869732077656273697465000101',
    content: {
      kind: 'si',
      indication: { href: 'http://www.oreilly.com/', text: 'Check this website', info: [] },
    },
    canonical: {},
  },
  {
    id: 'V06',
    source: 'Gecko dom/wappush, test_si_pdu_helper.js',
    hex: '02056A0045C60D036F7265696C6C79008503666F6F26626172000103436865636B20746869732077656273697465000101',
    content: {
      kind: 'si',
      indication: { href: 'http://www.oreilly.com/foo&bar', text: 'Check this website', info: [] },
    },
    canonical: {},
  },
  {
    id: 'V07',
    source: 'Gecko dom/wappush, test_sl_pdu_helper.js',
    hex: '03066A00850A036F7265696C6C79008501',
    content: { kind: 'sl', loading: { href: 'http://www.oreilly.com/' } },
    canonical: { version: 3 },
  },
  {
    id: 'V08',
    source: 'Gecko dom/wappush, test_sl_pdu_helper.js',
    hex: '03066A086F7265696C6C7900850A83008501',
    content: { kind: 'sl', loading: { href: 'http://www.oreilly.com/' } },
    canonical: { version: 3, strings: ['oreilly'] },
  },
  {
    id: 'V09',
    source: 'Gecko dom/wappush, test_sl_pdu_helper.js',
    hex: '0300006A1C2D2F2F574150464F52554D2F2F44544420534C20312E302F2F454E00850A036F7265696C6C79008501',
    content: { kind: 'sl', loading: { href: 'http://www.oreilly.com/' } },
    canonical: { version: 3, publicIdAsText: true },
  },
  {
    id: 'V10',
    source: 'Kannel 1.4.5 wapbox',
    hex: '02066A008509037777772E78797A00850370706169642F3132332F6162632E776D6C000601',
    content: {
      kind: 'sl',
      loading: { href: 'http://www.xyz.com/ppaid/123/abc.wml', action: 'execute-high' },
    },
    canonical: undefined,
  },
  {
    id: 'V11',
    source: 'Kannel 1.4.5 wapbox',
    hex: '02056A004586110361406200090101',
    content: { kind: 'si', indication: { siId: 'a@b', action: 'delete', text: '', info: [] } },
    canonical: {},
  },
  {
    id: 'V20',
    source: 'Symbian messagingmw, wappushfw test data',
    hex: '02056A0045C60C037761702E636F6D2E636F6D00070103E282ACE4BDA0E5A5BDEFBC8120E5B7A5E4BD9CE9A1BAE588A920486176652061206E69636520646179000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://wap.com.com',
        action: 'signal-medium',
        text: '€你好！ 工作顺利 Have a nice day',
        info: [],
      },
    },
    canonical: {},
  },
  {
    id: 'V22',
    source: 'Symbian messagingmw, wappushfw test data, shortened',
    hex: '02056A0045C60D0378797A00850AC307200802301200000103616263000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://www.xyz.com/',
        created: '2008-02-30T12:00:00Z',
        text: 'abc',
        info: [],
      },
    },
    canonical: undefined,
  },
  {
    id: 'V24',
    source: 'xml2wbxml 0.11.8',
    hex: '03076A00458607036578616D706C65008503612E776D6C00018708036578616D706C65008803732F000101',
    content: {
      kind: 'co',
      operation: {
        invalidates: [
          { scope: 'object', uri: 'http://www.example.com/a.wml' },
          { scope: 'service', uri: 'https://example.org/s/' },
        ],
      },
    },
    canonical: { version: 3 },
  },
] as const satisfies readonly DocumentVector[]
