import { type CheckContext, defineCheck } from '../../check.ts'
import { hasLongAccept, judgeManner, packageFetches } from '../../package-fetches.ts'

const asked = (context: CheckContext) => packageFetches(context).filter(hasLongAccept)

export default defineCheck({
  row: 'S35',
  level: 'field',
  clause: 'FIELD-JAR-ACCEPT',
  title: 'The package is given to phones with a long Accept list',
  applies: (context) => asked(context).length > 0,
  absent: 'no package was asked for with a long Accept list',
  judge: (context) => judgeManner(context, 'a long Accept list', asked(context)),
  explain: `BlackBerry and phones with rights management list several media types, protected content among them. A server that compares the header with what it expects answers 406 and loses them. Look for your own type in the list, or do not look at all.`,
})
