/** Provisioning documents that others made. `canonical` ones are what our encoder writes as well. */
import type { Provisioning } from '../../../src/wire/push/provisioning.ts'
import type { WbxmlForm } from '../../../src/wire/wbxml/encode.ts'

export interface ProvisioningVector {
  readonly id: string
  readonly source: string
  readonly hex: string
  readonly provisioning: Provisioning
  readonly canonical: WbxmlForm | undefined
}

export const provisioningVectors = [
  {
    id: 'V25',
    source:
      'OMA Provisioning Content, appendix C; Gecko dom/wappush, test_cp_pdu_helper.js; an END for no content',
    hex: '030B6A054E41503100C54601C65101871506033137302E3138372E35312E340001873E060370726F78797061737377640001873F069C018707060342616E6B4D61696E50726F78790001871C0603687474703A2F2F7777772E62616E6B2E636F6D2F7374617274706167652E776D6C000187470603310001C659018719069C01871A06037078757365726E616D650001871B0603707875736572706173737764000101C65201872F060350524F585920310001871706037777772E62616E6B2E636F6D2F0001872006033137302E3138372E35312E3300018721068501873D060370726F7879312E6F70657261746F722E636F6D000187220603494E5445524E45540001872206830001C6530187230603393230330001010101C65501871106830001871006AA01870706034D5920495350204353440001870806032B333538303831323430303200018709068701874806033137302E3138372E35312E320001870A06900187490603330001874A0603360001874B060333300001874C01C65A01870C069A01870D06037777776D6D6D757365720001870E06037777776D6D6D7365637265740001874E06E101874F06034645444342413938000101C654018712060332323800018713060330303100010101C65B010101',
    provisioning: {
      version: '1.0',
      characteristics: [
        {
          type: 'PXLOGICAL',
          parameters: [
            { name: 'PROXY-ID', value: '170.187.51.4' },
            { name: 'PROXY-PW', value: 'proxypasswd' },
            { name: 'PPGAUTH-TYPE', value: 'HTTP-BASIC' },
            { name: 'NAME', value: 'BankMainProxy' },
            { name: 'STARTPAGE', value: 'http://www.bank.com/startpage.wml' },
            { name: 'PULLENABLED', value: '1' },
          ],
          characteristics: [
            {
              type: 'PXAUTHINFO',
              parameters: [
                { name: 'PXAUTH-TYPE', value: 'HTTP-BASIC' },
                { name: 'PXAUTH-ID', value: 'pxusername' },
                { name: 'PXAUTH-PW', value: 'pxuserpasswd' },
              ],
              characteristics: [],
            },
            {
              type: 'PXPHYSICAL',
              parameters: [
                { name: 'PHYSICAL-PROXY-ID', value: 'PROXY 1' },
                { name: 'DOMAIN', value: 'www.bank.com/' },
                { name: 'PXADDR', value: '170.187.51.3' },
                { name: 'PXADDRTYPE', value: 'IPV4' },
                { name: 'PXADDR-FQDN', value: 'proxy1.operator.com' },
                { name: 'TO-NAPID', value: 'INTERNET' },
                { name: 'TO-NAPID', value: 'NAP1' },
              ],
              characteristics: [
                {
                  type: 'PORT',
                  parameters: [{ name: 'PORTNBR', value: '9203' }],
                  characteristics: [],
                },
              ],
            },
          ],
        },
        {
          type: 'NAPDEF',
          parameters: [
            { name: 'NAPID', value: 'NAP1' },
            { name: 'BEARER', value: 'GSM-CSD' },
            { name: 'NAME', value: 'MY ISP CSD' },
            { name: 'NAP-ADDRESS', value: '+35808124002' },
            { name: 'NAP-ADDRTYPE', value: 'E164' },
            { name: 'DNS-ADDR', value: '170.187.51.2' },
            { name: 'CALLTYPE', value: 'ANALOG-MODEM' },
            { name: 'MAX-NUM-RETRY', value: '3' },
            { name: 'FIRST-RETRY-TIMEOUT', value: '6' },
            { name: 'REREG-THRESHOLD', value: '30' },
            { name: 'T-BIT', value: undefined },
          ],
          characteristics: [
            {
              type: 'NAPAUTHINFO',
              parameters: [
                { name: 'AUTHTYPE', value: 'PAP' },
                { name: 'AUTHNAME', value: 'wwwmmmuser' },
                { name: 'AUTHSECRET', value: 'wwwmmmsecret' },
                { name: 'AUTH-ENTITY', value: 'HA' },
                { name: 'SPI', value: 'FEDCBA98' },
              ],
              characteristics: [],
            },
            {
              type: 'VALIDITY',
              parameters: [
                { name: 'COUNTRY', value: '228' },
                { name: 'NETWORK', value: '001' },
              ],
              characteristics: [],
            },
          ],
        },
        { type: 'ACCESS', parameters: [], characteristics: [] },
      ],
    },
    canonical: undefined,
  },
  {
    id: 'V26',
    source: 'Gecko dom/wappush, test_cp_pdu_helper.js',
    hex: '030B6A0045C65601870706034348545F656D6F6D65000101C6000155018736000006037732000187000139000006035750524F58590001870706034348545F656D6F6D650001C600015901873A00000603687474703A2F2F7761702E656D6F6D652E6E65742F0001870706034348545F656D6F6D650001871C010101C6000155018736000006037734000187000139000006034D50524F585900018700013400000603687474703A2F2F6D6D733A38303032000101C65101871506035750524F58590001870706034348545F656D6F6D650001871C0603687474703A2F2F7761702E656D6F6D652E6E65742F0001C65201872F060350524F58593100018720060331302E312E312E3100018721068501872206034348545F656D6F6D650001C6530187230603383038300001010101C65101871506034D50524F58590001870706034348545F4D4D530001C65201872F060350524F58593200018720060331302E312E312E3100018721068501872206034348545F4D4D530001C6530187230603383038300001010101C65501871106034348545F656D6F6D650001870706034348545F656D6F6D650001871006AB0187080603656D6F6D650001870906890101C65501871106034348545F4D4D530001870706034348545F4D4D530001871006AB0187080603656D6F6D65000187090689010101',
    provisioning: {
      version: undefined,
      characteristics: [
        {
          type: 'BOOTSTRAP',
          parameters: [{ name: 'NAME', value: 'CHT_emome' }],
          characteristics: [],
        },
        {
          type: 'APPLICATION',
          parameters: [
            { name: 'APPID', value: 'w2' },
            { name: 'TO-PROXY', value: 'WPROXY' },
            { name: 'NAME', value: 'CHT_emome' },
          ],
          characteristics: [
            {
              type: 'RESOURCE',
              parameters: [
                { name: 'URI', value: 'http://wap.emome.net/' },
                { name: 'NAME', value: 'CHT_emome' },
                { name: 'STARTPAGE', value: undefined },
              ],
              characteristics: [],
            },
          ],
        },
        {
          type: 'APPLICATION',
          parameters: [
            { name: 'APPID', value: 'w4' },
            { name: 'TO-PROXY', value: 'MPROXY' },
            { name: 'ADDR', value: 'http://mms:8002' },
          ],
          characteristics: [],
        },
        {
          type: 'PXLOGICAL',
          parameters: [
            { name: 'PROXY-ID', value: 'WPROXY' },
            { name: 'NAME', value: 'CHT_emome' },
            { name: 'STARTPAGE', value: 'http://wap.emome.net/' },
          ],
          characteristics: [
            {
              type: 'PXPHYSICAL',
              parameters: [
                { name: 'PHYSICAL-PROXY-ID', value: 'PROXY1' },
                { name: 'PXADDR', value: '10.1.1.1' },
                { name: 'PXADDRTYPE', value: 'IPV4' },
                { name: 'TO-NAPID', value: 'CHT_emome' },
              ],
              characteristics: [
                {
                  type: 'PORT',
                  parameters: [{ name: 'PORTNBR', value: '8080' }],
                  characteristics: [],
                },
              ],
            },
          ],
        },
        {
          type: 'PXLOGICAL',
          parameters: [
            { name: 'PROXY-ID', value: 'MPROXY' },
            { name: 'NAME', value: 'CHT_MMS' },
          ],
          characteristics: [
            {
              type: 'PXPHYSICAL',
              parameters: [
                { name: 'PHYSICAL-PROXY-ID', value: 'PROXY2' },
                { name: 'PXADDR', value: '10.1.1.1' },
                { name: 'PXADDRTYPE', value: 'IPV4' },
                { name: 'TO-NAPID', value: 'CHT_MMS' },
              ],
              characteristics: [
                {
                  type: 'PORT',
                  parameters: [{ name: 'PORTNBR', value: '8080' }],
                  characteristics: [],
                },
              ],
            },
          ],
        },
        {
          type: 'NAPDEF',
          parameters: [
            { name: 'NAPID', value: 'CHT_emome' },
            { name: 'NAME', value: 'CHT_emome' },
            { name: 'BEARER', value: 'GSM-GPRS' },
            { name: 'NAP-ADDRESS', value: 'emome' },
            { name: 'NAP-ADDRTYPE', value: 'APN' },
          ],
          characteristics: [],
        },
        {
          type: 'NAPDEF',
          parameters: [
            { name: 'NAPID', value: 'CHT_MMS' },
            { name: 'NAME', value: 'CHT_MMS' },
            { name: 'BEARER', value: 'GSM-GPRS' },
            { name: 'NAP-ADDRESS', value: 'emome' },
            { name: 'NAP-ADDRTYPE', value: 'APN' },
          ],
          characteristics: [],
        },
      ],
    },
    canonical: { version: 3 },
  },
  {
    id: 'V27',
    source: 'Gecko dom/wappush, tests of the authenticator; an END for no content',
    hex: '030B6A004501',
    provisioning: { version: undefined, characteristics: [] },
    canonical: undefined,
  },
  {
    id: 'V29',
    source: 'Kannel 1.4.5 smsbox, sendota',
    hex: '030B6A00C54601C65501871106034E4150310001871006AB01870706037800018708060361706E2E780001870906890101C60001550187360000060377320001872206034E41503100010101',
    provisioning: {
      version: '1.0',
      characteristics: [
        {
          type: 'NAPDEF',
          parameters: [
            { name: 'NAPID', value: 'NAP1' },
            { name: 'BEARER', value: 'GSM-GPRS' },
            { name: 'NAME', value: 'x' },
            { name: 'NAP-ADDRESS', value: 'apn.x' },
            { name: 'NAP-ADDRTYPE', value: 'APN' },
          ],
          characteristics: [],
        },
        {
          type: 'APPLICATION',
          parameters: [
            { name: 'APPID', value: 'w2' },
            { name: 'TO-NAPID', value: 'NAP1' },
          ],
          characteristics: [],
        },
      ],
    },
    canonical: { version: 3 },
  },
] as const satisfies readonly ProvisioningVector[]
