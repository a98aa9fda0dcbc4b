import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title:
    'Joins lines of a descriptor that begin with a blank to the line before, as in a manifest.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), AttributeReader.readAttrValuePart',
  apply: (base) => ({
    ...base,
    jadTolerance: { ...base.jadTolerance, continuationLine: 'join' },
  }),
})
