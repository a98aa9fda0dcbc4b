import { type CheckContext, defineCheck } from '../../check.ts'
import { hasOtherAgent, judgeManner, packageFetches } from '../../package-fetches.ts'

const renamed = (context: CheckContext) =>
  packageFetches(context).filter((exchange) => hasOtherAgent(context, exchange))

export default defineCheck({
  row: 'S49',
  level: 'field',
  clause: 'FIELD-JAR-ANY-AGENT',
  title: 'The package is given to another User-Agent than the descriptor',
  applies: (context) => renamed(context).length > 0,
  absent: 'no package was asked for by another User-Agent',
  judge: (context) =>
    judgeManner(context, 'another User-Agent than the descriptor had', renamed(context)),
  explain: `On many phones the browser fetches the descriptor and the application manager the package, each under a name of its own. A server that binds the link to the first name refuses the second. Bind it to the URL.`,
})
