import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidDescriptor, valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const nameCharactersMax = 31
const pathCharactersMax = 255

const fileNames: DescriptorExamination = {
  name: 'file names',
  examine(draft) {
    const [, path = ''] =
      /^\w+:\/\/[^/?]*([^?#]*)/.exec(valueIn(draft, 'MIDlet-Jar-URL') ?? '') ?? []
    const name = lastSegment(path)
    if (path.length > pathCharactersMax || name.length > nameCharactersMax) {
      return invalidDescriptor(
        `the file name of the package is too long: ${name.length} characters`,
      )
    }
    const own = lastSegment(new URL(draft.url).pathname)
    return baseOf(own) === baseOf(name)
      ? undefined
      : invalidDescriptor(`the package is not named as the descriptor is`)
  },
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function baseOf(name: string): string {
  return name.replace(/\.[^.]*$/, '')
}

export default defineQuirk({
  title:
    'Wants the package named as the descriptor is, in less than 32 characters, at a path of less than 256.',
  source: 'Motorola T720 J2ME developer guide, page 34; the code is assumed',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, fileNames),
  }),
})
