import { changeValue } from '../attribute-edits.ts'
import { credentials } from '../credentials.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['session/no-secrets-in-urls'],
  title: 'repeats the password of the user in the URL of the package',
  descriptor: (attributes, { request }) =>
    request.headers.has('Authorization')
      ? changeValue(
          attributes,
          'MIDlet-Jar-URL',
          (url) => `${url}&password=${credentials.password}`,
        )
      : attributes,
})
