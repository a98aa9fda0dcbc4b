import { defineQuirk } from '../behaviour.ts'

/** No date is compared as if it were the earliest of all. */
export default defineQuirk({
  title: 'Takes a service indication without a date for a repeat of one of the same id.',
  source:
    'Ericsson Generic WAP Client (AU-System), push.c: dates are compared whether they are there or not',
  apply: (base) => ({
    ...base,
    push: {
      ...base.push,
      orderOf: (stored, arriving) =>
        (arriving.createdAt ?? 0) > (stored.createdAt ?? 0) ? 'replaces' : 'discarded',
    },
  }),
})
