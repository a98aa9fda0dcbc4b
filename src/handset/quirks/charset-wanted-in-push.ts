import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Shows no push whose content type names no charset.',
  source: 'Stack Overflow, question 8613507: handsets of a British operator',
  apply: (base) => ({ ...base, push: { ...base.push, needsCharset: true } }),
})
