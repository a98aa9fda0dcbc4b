import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['ticket/good-until-the-end'],
  title: 'ends tickets after half of the lifetime it is configured with',
  tickets: (rules) => ({ ...rules, lifetimeMs: rules.lifetimeMs / 2, graceMs: rules.lifetimeMs }),
})
