import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'

const genericTypes: readonly string[] = ['text/plain', 'text/html', 'application/octet-stream']

export default defineCheck({
  row: 'S02',
  level: 'field',
  clause: 'FIELD-JAD-MEDIA-TYPE',
  title: 'A descriptor is not labelled as plain text, HTML or mere octets',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  *judge(context) {
    for (const found of context.evidence.descriptors) {
      const essence = found.mediaType?.essence
      if (essence === undefined)
        yield fail(found, { actual: 'no media type', expected: 'one of its own' })
      else if (genericTypes.includes(essence)) {
        yield fail(found, {
          actual: `the generic media type ${essence}`,
          expected: 'one of its own',
        })
      } else yield pass(found, `labelled ${escapeText(essence, 60)}`)
    }
  },
  explain: `This is what a web server says of an extension it does not know. Phones then show the descriptor as a page or store it as a file, and users never get to the installation. Add the media type to the configuration of the server.`,
})
