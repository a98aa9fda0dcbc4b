import type { ClauseRow } from '../specs.ts'

/** Short messages and WAP push: what a server hands to the operator's network. */
export const pushClauses = [
  {
    id: 'SMS-HEADER',
    document: 'TS23040',
    section: '9.2.3.24 TP-User-Data; SMPP 3.4 5.2.12 esm_class',
    level: 'must',
    on: 'server',
    paraphrase:
      'User data begins with a header exactly where the flag says so, and every length of it stays within the user data.',
  },
  {
    id: 'SMS-SIZE',
    document: 'TS23040',
    section: '9.2.3.24 TP-User-Data',
    level: 'must',
    on: 'server',
    paraphrase: 'One message holds 140 octets of user data with its header, or 160 septets.',
  },
  {
    id: 'SMS-CONCATENATION',
    document: 'TS23040',
    section: '9.2.3.24.1 and 9.2.3.24.8 concatenated short messages',
    level: 'must',
    on: 'server',
    paraphrase:
      'The segments of a message have one reference and one total, are numbered from 1 to it, and split neither an escape nor a character; the next message has another reference.',
  },
  {
    id: 'SMS-FEW-SEGMENTS',
    document: 'HARNESS',
    section: 'Messages',
    level: 'field',
    on: 'server',
    paraphrase: 'Each segment is paid for and can be lost, so there are no more than needed.',
  },
  {
    id: 'SMS-ONE-MESSAGE',
    document: 'TS23040',
    section: '9.2.3.24 TP-User-Data',
    level: 'field',
    on: 'server',
    paraphrase:
      'One message holds 160 septets: a text with a link that is longer is one of several parts, which phones may show apart.',
  },
  {
    id: 'SMS-ELEMENT-ORDER',
    document: 'HARNESS',
    section: 'Messages',
    level: 'field',
    on: 'server',
    paraphrase:
      'Elements of a header may stand in any order, and servers are seen with either; one server keeps to one.',
  },
  {
    id: 'SMS-PROTOCOL-ID',
    document: 'TS23040',
    section: '9.2.3.9 TP-Protocol-Identifier',
    level: 'should',
    on: 'server',
    paraphrase:
      'The protocol identifier of a plain message is 0; some other values make a phone replace an earlier message.',
  },
  {
    id: 'SMS-ALPHABET',
    document: 'TS23038',
    section: '4 SMS Data Coding Scheme; 6.2.1 GSM 7 bit Default Alphabet',
    level: 'should',
    on: 'server',
    paraphrase:
      'A text whose characters are all in the GSM alphabet is sent in it: in UCS-2 it has room for less than half.',
  },
  {
    id: 'SMS-SENDER',
    document: 'SMPP34',
    section: '5.2.5 addr_ton; TS 23.040 9.1.2.5 Address fields',
    level: 'should',
    on: 'server',
    paraphrase:
      'The type of the sender address fits it: a name is alphanumeric and at most 11 characters, a number is not.',
  },
  {
    id: 'SMS-LINK',
    document: 'MS_PUSH',
    section: 'hyperlinks in text messages',
    level: 'field',
    on: 'server',
    paraphrase:
      'Phones take a link in a text from its scheme to the next blank, with whatever mark stands at its end.',
  },
  {
    id: 'PUSH-CODING',
    document: 'TS23038',
    section: '4 SMS Data Coding Scheme',
    level: 'must',
    on: 'server',
    paraphrase: 'Octets for a port are sent with a data coding for 8-bit data.',
  },
  {
    id: 'PUSH-PORT',
    document: 'WDP',
    section: 'port numbers; TS 23.040 9.2.3.24.4 application port addressing',
    level: 'must',
    on: 'server',
    paraphrase:
      'A push without a session goes to port 2948 with 16-bit port addressing in the header, and names the port it comes from.',
  },
  {
    id: 'PUSH-PDU',
    document: 'WSP',
    section: '8.2.4.1 Push and ConfirmedPush; 8.4.2 header encoding',
    level: 'must',
    on: 'server',
    paraphrase:
      'A push PDU says its type and the exact length of content type and headers, and a Content-Length in it is that of the body.',
  },
  {
    id: 'PUSH-WELL-KNOWN',
    document: 'WSP',
    section: 'appendix A assigned numbers; 8.4.2.54 X-Wap-Application-Id',
    level: 'should',
    on: 'server',
    paraphrase: 'What has an assigned number is sent as the number, and not as text.',
  },
  {
    id: 'PUSH-CHARSET',
    document: 'SO8613507',
    section: 'answer on the content type of an SI',
    level: 'field',
    on: 'server',
    paraphrase:
      'Some phones show no service indication whose content type does not name its character set.',
  },
  {
    id: 'PUSH-APPLICATION',
    document: 'OMNA',
    section: 'push application ids; WSP 8.4.2.54',
    level: 'must',
    on: 'server',
    paraphrase:
      'SI and SL are for the browser, which is meant where no application is named; 0 names none.',
  },
  {
    id: 'PUSH-HEADERS',
    document: 'WSP',
    section: '8.4.2.59 Push-Flag; headers of a push',
    level: 'should',
    on: 'server',
    paraphrase:
      'A push carries the headers of a push: nothing of the HTTP request behind it, and no flags that are not assigned.',
  },
  {
    id: 'PUSH-DOCUMENT',
    document: 'WBXML',
    section: 'document structure; WAP-167 and WAP-168, token tables',
    level: 'must',
    on: 'server',
    paraphrase:
      'A document in WBXML has the public identifier, tokens and character set of its type, and ends with its root element.',
  },
  {
    id: 'SI-LINK',
    document: 'SI',
    section: 'indication, href',
    level: 'must',
    on: 'server',
    paraphrase: 'The link of an indication is an absolute URI, written as URIs are.',
  },
  {
    id: 'SI-LINK-LENGTH',
    document: 'HARNESS',
    section: 'Messages',
    level: 'field',
    on: 'server',
    paraphrase: 'Phones of the time hold URLs of 255 octets at most.',
  },
  {
    id: 'SI-TEXT',
    document: 'MS_PUSH',
    section: 'Service Indication',
    level: 'should',
    on: 'server',
    paraphrase: 'An indication without text is thrown away by some phones.',
  },
  {
    id: 'SI-DATES',
    document: 'SI',
    section: 'created and si-expires; 9.2.2 encoding of dates',
    level: 'must',
    on: 'server',
    paraphrase:
      'Dates are days of the calendar in UTC; an indication is created before it expires, and phones drop what has expired.',
  },
  {
    id: 'SI-ID',
    document: 'SI',
    section: '7.2 replacement',
    level: 'should',
    on: 'server',
    paraphrase: 'An indication takes the place of an earlier one with the same si-id.',
  },
  {
    id: 'SI-ID-STABLE',
    document: 'SI',
    section: '7.2 replacement',
    level: 'should',
    on: 'server',
    paraphrase:
      'What is sent again for the same thing takes the place of what was sent before, which only its id brings about.',
  },
  {
    id: 'SI-CREATED',
    document: 'SI',
    section: '7.2 replacement; phones of Symbian and of Ericsson, and Firefox OS',
    level: 'must',
    on: 'server',
    paraphrase:
      'Of two indications with one id the one created later stays: what is sent again is dated anew. What has no date phones drop, keep beside the other, or date by its arrival.',
  },
  {
    id: 'SI-DELETE',
    document: 'SI',
    section: 'action delete; phones of Symbian, and Firefox OS',
    level: 'must',
    on: 'server',
    paraphrase: 'A deletion says the si-id of what it removes; without one it is dropped.',
  },
  {
    id: 'SI-ACTION',
    document: 'SI',
    section: 'action; user guides of Motorola phones',
    level: 'should',
    on: 'server',
    paraphrase:
      'The action says how urgent an indication is: high interrupts the user, none is not shown, and medium is meant where there is none.',
  },
  {
    id: 'SI-TEXT-ONCE',
    document: 'KANNEL',
    section: 'push proxy gateway, observed: text that is converted twice, CDATA',
    level: 'field',
    on: 'server',
    paraphrase: 'A gateway converts the text of a document that does not say its character set.',
  },
  {
    id: 'CO-TRUSTED',
    document: 'ERICSSON_WAP',
    section: 'cache operation and Push-Flag',
    level: 'should',
    on: 'server',
    paraphrase:
      'A cache operation is obeyed only where the push is flagged as trusted, or comes from the authority of the link, authenticated.',
  },
  {
    id: 'DM-NOTIFICATION-HEAD',
    document: 'DM_NOTIFICATION',
    section: 'transport over WAP push',
    level: 'must',
    on: 'server',
    paraphrase:
      'The alert is sent with its content type as a number and the application behind it; the heads of WDP and WSP have 48 octets at most.',
  },
  {
    id: 'PUSH-ONE-MESSAGE',
    document: 'DME',
    section: 'Push installation',
    level: 'must',
    on: 'server',
    paraphrase: 'To push software is to send one message with a link to the number of the phone.',
  },
  {
    id: 'PUSH-SIZE',
    document: 'UAPROF',
    section: 'PushCharacteristics, Push-MsgSize',
    level: 'should',
    on: 'server',
    paraphrase: 'A phone says in its profile document how large a push its client takes.',
  },
  {
    id: 'S60-LINK-LENGTH',
    document: 'S60_DOWNLOAD',
    section: 'length of a URL',
    level: 'must',
    on: 'server',
    paraphrase: 'The download manager holds URLs of 2,048 octets at most.',
  },
  {
    id: 'LINK-PORT',
    document: 'DME',
    section: 'Push installation, WAP access points',
    level: 'field',
    on: 'server',
    paraphrase:
      'Downloads over a WAP access point fail where its gateway does not pass them; ports other than those of the schemes are often not passed.',
  },
  {
    id: 'PUSH-KIND',
    document: 'DME',
    section: 'Push installation',
    level: 'field',
    on: 'server',
    paraphrase:
      'Phones differ in what begins an installation: Java phones take WAP push and no link in a text, others are better served with a text.',
  },
  {
    id: 'PUSH-NO-SL',
    document: 'NOWSMS',
    section: 'Service Loading',
    level: 'field',
    on: 'server',
    paraphrase:
      'Service loading is ignored by many phones, asked about by some and obeyed by others: as the only way it reaches few.',
  },
] as const satisfies readonly ClauseRow[]
