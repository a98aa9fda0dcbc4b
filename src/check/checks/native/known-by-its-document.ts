import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { chosenFor, platformOf } from '../../native-links.ts'
import { askedWithDocument } from '../../profile-documents.ts'

/** Answers to requests that only the document told of. */
const answers = (context: CheckContext) =>
  askedWithDocument(context).filter(
    ({ exchange: { request, response, failure }, isServed, isNamed }) =>
      isServed &&
      !isNamed &&
      request.method === 'GET' &&
      response?.status === 200 &&
      failure === undefined,
  )

export default defineCheck({
  row: 'N22',
  level: 'should',
  clause: 'NATIVE-UAPROF',
  title: 'A phone that sends no User-Agent gets its package by its UAProf document',
  applies: (context) => answers(context).length > 0,
  absent: 'the target fetched no UAProf document of a phone that sends no User-Agent',
  *judge(context) {
    const platform = platformOf(context.facts)
    for (const { exchange, fetched } of answers(context)) {
      yield chosenFor(context, exchange)
        ? pass(exchange, 'the package for this phone')
        : fail(exchange, {
            actual: 'something else than a package for this phone',
            expected:
              context.facts.profile.windowsMobile === undefined ? 'one' : `one for ${platform}`,
            cause: fetched,
          })
    }
  },
  explain: `The server fetched the document that says what the phone is, and then sent what another phone installs. Vendors spell fields and wrap lists in many ways, and many documents are no valid RDF: read them by the names of the fields alone. OSName and OSVersion, the packages in CcppAccept, or else Vendor and Model tell the platform.`,
})
