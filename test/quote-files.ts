import { readFile } from 'node:fs/promises'

const root = new URL('../', import.meta.url)

/**
 * A page of the repository whose examples are files of the repository: a code block below a line that is nothing but a
 * path in backquotes and a colon holds what that file holds.
 */
export async function quoteFiles(page: string): Promise<string> {
  const text = await readFile(new URL(page, root), 'utf8')
  const blocks = [...text.matchAll(/^(`([^`\n]+)`:\n\n```(\w+)\n)[\s\S]*?^```$/gm)]
  const quotes = await Promise.all(
    blocks.map(async ([block, opening = '', path = '']) => {
      const quoted = await readFile(new URL(path, root), 'utf8')
      return { block, quote: `${opening}${quoted.trimEnd()}\n\`\`\`` }
    }),
  )
  return quotes.reduce((page, { block, quote }) => page.replace(block, () => quote), text)
}
