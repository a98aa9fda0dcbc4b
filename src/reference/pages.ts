/** Landing pages: what a user sees before the descriptor, as sites for phones served them. */
import { parseMarkup } from '../wire/markup.ts'
import { encodeWbxml } from '../wire/wbxml/encode.ts'
import { wmlVocabularies } from '../wire/wbxml/wml.table.ts'
import { cacheControl, respond } from './respond.ts'
import { scriptedPages } from './scripted-pages.ts'

export interface PageOffer {
  readonly path: string
  readonly contentType: string
  readonly octets: Uint8Array
}

const utf8 = (text: string) => new TextEncoder().encode(text)

const xhtml = (title: string, body: string, head = '') =>
  utf8(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//WAPFORUM//DTD XHTML Mobile 1.0//EN" "http://www.wapforum.org/DTD/xhtml-mobile10.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title>${head}</head>
<body>${body}</body></html>
`)

const deck = `<?xml version="1.0"?>
<!DOCTYPE wml PUBLIC "-//WAPFORUM//DTD WML 1.3//EN" "http://www.wapforum.org/DTD/wml13.dtd">
<wml><card id="get" title="Démo"><p>Get the client <a href="demo.jad">for this phone</a></p></card></wml>
`

const [wml13] = wmlVocabularies.filter(({ name }) => name === 'WML 1.3')

function compile(text: string): Uint8Array {
  if (wml13 === undefined) throw new TypeError('WML 1.3 has no tokens')
  return encodeWbxml(parseMarkup(utf8(text)).root, wml13, { version: 0x03 })
}

const xhtmlType = 'application/vnd.wap.xhtml+xml;charset=UTF-8'

export const pageOffers: readonly PageOffer[] = [
  {
    path: '/get',
    contentType: xhtmlType,
    octets: xhtml(
      'Démo',
      '<p>Le client pour <a href="demo.jad">ce téléphone</a></p><p><a href="about">About</a></p>',
    ),
  },
  {
    path: '/about',
    contentType: 'text/html;charset=UTF-8',
    octets: utf8(
      '<!DOCTYPE html><title>About</title><p>A demonstration. <a href="get">Back</a> <a href="menu">All</a>',
    ),
  },
  {
    path: '/menu',
    contentType: xhtmlType,
    octets: xhtml(
      'All',
      '<ol><li><a href="about">About it</a></li><li><a href="signed.jad">Signed</a></li><li><a href="demo.jad">Not signed</a></li></ol>',
    ),
  },
  {
    path: '/start',
    contentType: xhtmlType,
    octets: xhtml('One moment', '<p>…</p>', '<meta http-equiv="refresh" content="5;url=get"/>'),
  },
  {
    path: '/more',
    contentType: xhtmlType,
    octets: xhtml('More', '<p>There is more: <a href="client">the client</a></p>'),
  },
  { path: '/get.wml', contentType: 'text/vnd.wap.wml;charset=UTF-8', octets: utf8(deck) },
  { path: '/get.wmlc', contentType: 'application/vnd.wap.wmlc', octets: compile(deck) },
  ...scriptedPages,
]

export const pageLinks = {
  page: '/get',
  'page-menu': '/menu',
  'page-refresh': '/start',
  'page-wml': '/get.wml',
  'page-wmlc': '/get.wmlc',
  'page-script': '/select',
  'page-script-goes-on': '/onward',
} as const

export function answerPage({ contentType, octets }: PageOffer): Response {
  return respond(200, [['Content-Type', contentType], cacheControl], octets)
}
