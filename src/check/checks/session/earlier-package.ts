import { type CheckContext, defineCheck } from '../../check.ts'
import { isOvertaken, judgeManner, packageFetches } from '../../package-fetches.ts'

const overtaken = (context: CheckContext) =>
  packageFetches(context).filter((exchange) => isOvertaken(context, exchange))

export default defineCheck({
  level: 'field',
  clause: 'MIDP2-OTA-COOKIE-02',
  title: 'A package URL stays good when the link is opened again',
  applies: (context) => overtaken(context).length > 0,
  absent: 'no package was asked for after its link had been opened again',
  judge: (context) =>
    judgeManner(context, 'a package whose link was opened again', overtaken(context)),
  explain: `While one phone asks its user, others open the same link, and an impatient user opens it twice. A server that keeps one session for each link or subscriber then refuses the package of the first descriptor, which the phone reports as 907, or gives it what was made for another phone. Keep each download by the id in its URLs, for as long as it may still be going on.`,
})
