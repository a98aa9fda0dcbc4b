import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { parseMediaType } from '../../../wire/media-types.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { fetchedObjects } from '../../downloads.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-TYPE',
  title: 'An object comes with a media type that its download descriptor states',
  applies: (context) => fetchedObjects(context).length > 0,
  absent: 'no object was sent whole',
  *judge(context) {
    for (const { seq, headers, types, download } of fetchedObjects(context)) {
      const label = headerValue(headers, 'Content-Type')
      const essence = parseMediaType(label ?? '')?.essence
      const stated = types.map((type) => parseMediaType(type)?.essence ?? type)
      yield essence !== undefined && stated.includes(essence)
        ? pass({ seq }, essence)
        : fail(
            { seq },
            {
              actual: label === undefined ? 'no Content-Type' : `"${escapeText(label, 80)}"`,
              expected: stated.map((type) => escapeText(type, 40)).join(' or '),
              cause: download,
            },
          )
    }
  },
  explain: `The user agreed to an object of the type that the descriptor states. What comes with another label is an attribute mismatch: the agent deletes it and reports 905, and the engine of S60 cannot use an object without any label. Give the file the same type in the web server as in the descriptor.`,
})
