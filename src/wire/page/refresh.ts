import type { PageRefresh } from './page.ts'

const form = /^\s*(\d{1,9})(?!\d)(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?(["']?)(.*)$/is

/** `5; url=next.wml` (HTML Standard section 4.2.5.3, Refresh state). None without a URL: such a page reloads itself. */
export function parseRefresh(content: string): PageRefresh | undefined {
  const [, seconds, quote = '', rest = ''] = form.exec(content) ?? []
  if (seconds === undefined) return undefined
  const end = quote === '' ? -1 : rest.indexOf(quote)
  const href = (end === -1 ? rest : rest.slice(0, end)).trim()
  return href === '' ? undefined : { seconds: Number(seconds), href }
}
