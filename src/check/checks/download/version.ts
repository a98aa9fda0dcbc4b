import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { readDownloads } from '../../downloads.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-VERSION',
  title: 'A download descriptor is of version 1.0, or says nothing of it',
  applies: (context) => readDownloads(context).length > 0,
  absent: 'no download descriptor was sent that can be read',
  *judge(context) {
    for (const found of readDownloads(context)) {
      const { version } = found.read.descriptor
      yield version === undefined || version === '1.0'
        ? pass(found, version === undefined ? 'no DDVersion' : 'DDVersion 1.0')
        : fail(found, {
            actual: `DDVersion "${escapeText(version, 40)}"`,
            expected: '1.0, or none',
          })
    }
  },
  explain: `Agents refuse a major version that they do not know with 951, and one of Nokia's takes 1.0 and nothing else. Download OTA 2.0 has another document: send it only to phones whose Accept field names its own media type.`,
})
