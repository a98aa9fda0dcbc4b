/**
 * What can be observed of a server that pushes native packages, row by row, and the checks that hold it. Where one row says
 * several things, each of them is a check of its own. A row that no phone can see says why.
 */
export interface NativeRow {
  readonly row: string
  /** In our words; figures as the documents have them. */
  readonly says: string
  readonly checks: readonly string[]
  /** What of the row, or all of it, is not judged, and why. */
  readonly unseen?: string
}

const row = (
  name: string,
  says: string,
  checks: readonly string[],
  unseen?: string,
): NativeRow => ({ row: name, says, checks, ...(unseen === undefined ? {} : { unseen }) })

const messages: readonly NativeRow[] = [
  row('N01', 'one message for each order, to the number asked for', ['push/one-message']),
  row('N02', 'texts for Symbian and Windows Mobile, WAP push for Java', ['push/kind-fits-phone']),
  row('N03', 'no service loading, and none that is executed at once', ['push/no-service-loading']),
  row('N04', 'si-expires is there, to come, and no later than the ticket; si-id stays', [
    'push/dates-sound',
    'push/same-id-when-sent-again',
    'ticket/indication-ends-with-it',
  ]),
  row('N05', 'a push within Push-MsgSize, in WBXML', [
    'push/content-type-known',
    'push/fits-the-client',
  ]),
  row('N06', 'an absolute link of at most 2,048 octets, in one message of 160 septets', [
    'push/link-absolute',
    'push/link-held-by-s60',
    'sms/link-leaves-room',
    'sms/link-whole',
  ]),
  row('N07', 'tickets that nobody can guess, without number or IMEI', [
    'ticket/not-guessable',
    'ticket/own-for-each-order',
    'ticket/tells-nobody',
  ]),
  row('N08', 'a port that gateways pass', ['push/link-port']),
]

const packages: readonly NativeRow[] = [
  row('N10', 'the format of the phone, and no page', [
    'native/format-for-the-phone',
    'native/one-click',
  ]),
  row('N11', 'a product that the phone has registered', ['native/names-its-target']),
  row('N12', 'some product', ['native/names-a-product']),
  row('N13', '_setup.xml for a Smartphone, and the kind of device', ['native/for-the-device-type']),
  row('N14', 'processor, machine of its programs, and lowest version', [
    'native/for-the-processor',
  ]),
  row('N15', 'neither signed nor compressed for Pocket PC 2003', [
    'native/stored-for-pocket-pc-2003',
    'native/unsigned-for-pocket-pc-2003',
  ]),
  row('N16', '.000 and _setup.xml agree', ['native/descriptions-agree']),
  row(
    'N17',
    'a signature that gives what is asked for, in date and not revoked',
    ['native/not-expired', 'native/signature-gives-what-it-wants', 'native/signature-verifies'],
    'Whether it is revoked is asked of somebody else than the server, and not by us.',
  ),
  row('N18', 'streams, hashes and checksums of blocks', ['native/intact']),
  row('N19', 'a request by a phone of another platform than the link was ordered for', [
    'native/other-platform',
  ]),
  row('N20', 'a User-Agent that nobody knows', ['native/unknown-agent']),
  row('N21', 'an Accept that does not name the type', ['native/any-accept']),
  row(
    'N22',
    'no User-Agent, x-wap-profile with and without quotes, a document that does not come',
    ['native/document-not-awaited', 'native/known-by-its-document', 'native/odd-identity'],
  ),
]

const transfers: readonly NativeRow[] = [
  row('N30', '200 with the exact body, and its length', [
    'http/framing',
    'native/available',
    'native/content-length',
  ]),
  row('N31', 'HEAD as GET, and it uses nothing up', [
    'native/head-as-get',
    'ticket/head-uses-nothing',
  ]),
  row('N32', 'the type of the format, without parameters; no text, no archive', [
    'native/media-type',
    'native/not-for-another-program',
    'native/not-shown-as-text',
  ]),
  row('N33', 'a name that ends as the format does', [
    'native/file-name',
    'native/file-name-on-symbian',
  ]),
  row('N34', 'ETag or Last-Modified, the same each time', ['native/validators']),
  row('N35', 'parts: the first, the last, one in the middle', [
    'native/part-is-that-part',
    'native/ranges',
  ]),
  row('N36', 'If-Range with the version that it is, and with another', ['native/if-range']),
  row('N37', '416 behind the end, with the length', ['native/beyond-the-end']),
  row('N38', 'If-Unmodified-Since with its own Expires', ['native/expires-for-a-date']),
  row('N39', 'no coding unless it was asked for; then the right one, and Vary', [
    'native/no-content-coding',
  ]),
  row('N40', 'HTTP/1.0 and 1.1 without chunks and trailers, and connections that close', [
    'http/connections',
    'http/version-1-0',
    'native/content-length',
  ]),
  row('N41', 'three redirects at most, none to a less secure place, none for good that turns', [
    'native/redirects',
  ]),
  row('N42', 'nothing between the link and the package', ['native/one-click']),
  row('N43', 'kept by no cache that others share, with a version all the same', [
    'ticket/kept-by-no-cache',
  ]),
  row(
    'N44',
    'bound to no address, no connection and no header of the first request',
    ['http/connections', 'native/any-program', 'ticket/any-agent'],
    'All requests of a run come from one address.',
  ),
  row('N45', 'TLS of the age: the whole chain to a known root, without a name, in its version', [
    'tls/chain-complete',
    'tls/root-known',
    'tls/served-without-name',
    'tls/version-of-the-age',
  ]),
  row('N46', 'a slow reader comes to the end', ['native/slow-phone']),
  row('N47', 'a cut of the phone leaves the link as good as it was', [
    'native/after-a-cut',
    'ticket/cut-uses-nothing',
  ]),
  row('N48', 'the size against the limits of gateways', ['native/fits-gateways']),
]

const tickets: readonly NativeRow[] = [
  row('N50', 'good until the end of its lifetime, and not after', [
    'ticket/good-until-the-end',
    'ticket/refused-after-the-end',
  ]),
  row('N51', '404 or 410 after the end, short, to GET and to HEAD', [
    'ticket/nothing-in-the-refusal',
    'ticket/refusal-is-clear',
  ]),
  row(
    'N52',
    'tickets that never were, as those that are over',
    ['ticket/neighbours-as-expired', 'ticket/neighbours-refused'],
    'How long an answer takes is told by a clock that is no part of a trace.',
  ),
  row('N53', 'what begins in time comes to its end; the rest of it is given or refused', [
    'ticket/late-package',
    'ticket/running-transfer-ends',
  ]),
  row('N54', 'the number of uses, of which neither HEAD nor a part nor a cut is one', [
    'ticket/cut-uses-nothing',
    'ticket/head-uses-nothing',
    'ticket/part-uses-nothing',
    'ticket/uses',
  ]),
  row('N55', 'a second order for the same phone', ['native/goes-on', 'ticket/after-another-order']),
  row('N56', 'a package that is replaced has another version, and no part of it is sent', [
    'native/goes-on',
    'native/if-range',
    'native/version-told-apart',
  ]),
  row('N57', 'an order that is cancelled', ['ticket/dead-when-cancelled']),
]

const statuses: readonly NativeRow[] = [
  row('N60', 'waiting before anything is fetched', ['status/waiting-before-download']),
  row('N61', 'downloaded, and not installed, after the whole', [
    'status/not-installed-by-download',
  ]),
  row('N62', 'waiting after HEAD or a part', ['status/whole-transfers-count']),
  row('N63', 'installed by a contact with that version, and by no other', [
    'status/another-version-proves-nothing',
    'status/installed-by-contact',
  ]),
  row('N64', 'done at once where that version is there', ['status/version-there-counts']),
  row('N65', 'neither number nor IMEI in an answer', [
    'native/serial-not-echoed',
    'ticket/number-not-echoed',
  ]),
  row('N66', 'a number in a header opens nothing', ['ticket/forged-number-opens-nothing']),
]

export const nativeRows: readonly NativeRow[] = [
  ...messages,
  ...packages,
  ...transfers,
  ...tickets,
  ...statuses,
]
