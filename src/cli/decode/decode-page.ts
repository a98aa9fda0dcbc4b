import { WireError } from '../../errors.ts'
import { readPage } from '../../wire/page/read-page.ts'
import type { Page, PageKind } from '../../wire/page/page.ts'
import { count, labelled } from '../../report/views/layout.ts'
import { excerpt, printable } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'

const textMax = 300
const linksShown = 100

const names = { html: 'HTML', xhtml: 'XHTML', wml: 'WML', wmlc: 'Compiled WML' } as const

/** A page as the browser of a phone reads it: where it leads. */
export const decodePage: Decoder = (octets, { paint, columns }) => {
  const kind = kindOf(octets)
  const heading = [paint('bold', `${names[kind]} page, ${count(octets.length, 'octet')}`), '']
  try {
    const page = readPage(octets, kind)
    return { sound: true, lines: [...heading, ...pageLines(page, columns), '', ...linkRows(page)] }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const refusal = `Refused: ${printable(error.message)} [${error.code}]`
    return { sound: false, lines: [...heading, refusal] }
  }
}

const startBytes = 1024

function kindOf(octets: Uint8Array): PageKind {
  if ((octets[0] ?? 0) <= 0x03) return 'wmlc'
  const start = new TextDecoder('latin1').decode(octets.subarray(0, startBytes))
  if (/<wml\b/.test(start)) return 'wml'
  return /^(?:\u00EF\u00BB\u00BF)?\s*<\?xml\b|DTD XHTML/.test(start) ? 'xhtml' : 'html'
}

function pageLines(page: Page, columns: number): readonly string[] {
  const margin = { indent: 0, labelWidth: 11, columns }
  const row = (label: string, text: string | undefined) =>
    labelled(label, text === undefined ? '(none)' : excerpt(text, textMax), margin)
  const { refresh, forms, scripts, frames, notes } = page
  const login = page.asksPassword ? ', one asks for a password' : ''
  return [
    ...row('Title', page.title),
    ...row('Charset', page.charset),
    ...notes.flatMap(({ name }) => row('', `${name} is not known: read as ISO 8859-1`)),
    ...row('Goes on', refresh && `to ${refresh.href} after ${count(refresh.seconds, 'second')}`),
    ...row('Base', page.base),
    ...row('Forms', forms === 0 ? undefined : `${forms}${login}`),
    ...row('Scripts', scripts === 0 ? undefined : String(scripts)),
    ...row('Frames', frames.length === 0 ? undefined : frames.join(', ')),
  ]
}

function linkRows({ links, furtherLinks }: Page): readonly string[] {
  const shown = links.slice(0, linksShown)
  const rest = links.length - shown.length + furtherLinks
  return [
    links.length === 0 ? 'No links' : `Links: ${links.length + furtherLinks}`,
    ...shown.map(({ href, text, method }) => {
      const posts = method === 'post' ? ' (POST)' : ''
      return `  ${printable(href)}${posts}${text === '' ? '' : `  ${printable(text)}`}`
    }),
    ...(rest === 0 ? [] : [`  and ${rest} more`]),
  ]
}
