import { defineCheck, fail, pass } from '../../check.ts'

/** A WML deck by its root element, behind a declaration and a document type. */
const deck = /^\s*(?:<[?!][^>]{0,400}>\s*){0,8}<wml\b/

const searchedBytes = 2048

export default defineCheck({
  level: 'should',
  clause: 'RFC9110-CONTENT-TYPE',
  title: 'A WML deck is labelled as one',
  applies: ({ evidence }) => evidence.pages.length > 0,
  absent: 'no link led to a page',
  *judge({ evidence }) {
    for (const found of evidence.pages) {
      const { kind, response } = found
      const start = new TextDecoder('latin1').decode(response.body.subarray(0, searchedBytes))
      if (kind === 'wmlc' || !deck.test(start) || kind === 'wml') {
        yield pass(found, `labelled as ${kind}`)
      } else {
        yield fail(found, {
          actual: `WML deck labelled as ${kind === 'html' ? 'HTML' : 'XHTML'}`,
          expected: 'text/vnd.wap.wml',
        })
      }
    }
  },
  explain: `A phone chooses by the media type how it reads a page. A deck with the type of HTML shows all its cards at once, without keys and timers, or not at all. Map the extension .wml to text/vnd.wap.wml and .wmlc to application/vnd.wap.wmlc.`,
})
