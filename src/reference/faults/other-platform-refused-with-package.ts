import { defineFault } from '../fault.ts'
import { packClient, specsOf } from '../native/packages.ts'
import { respond } from '../respond.ts'

export default defineFault({
  breaks: ['native/other-platform'],
  title: 'sends a package along with the 403 that refuses a phone of another platform',
  answer: (response, { isOtherPlatform }) =>
    isOtherPlatform
      ? respond(
          403,
          [['Content-Type', 'x-epoc/x-sisx-app']],
          packClient('sisx', specsOf({ major: 1, minor: 2, build: 0 })),
        )
      : response,
})
