/** Links of a target that lead to another version of a suite that it offers: who signed it, and where it comes from. */

const kinds = {
  updated: 'A newer version of the demo suite, unsigned as that is',
  'newly-signed': 'A newer version of the demo suite, signed as that is not',
  'signed-updated': 'A newer version of the signed suite, by the same signer',
  'signed-by-another': 'A newer version of the signed suite, by another signer',
} as const

const places = {
  '': 'descriptor and package have scheme, host and path of the installed ones',
  '-elsewhere': 'neither descriptor nor package has scheme, host and path of the installed one',
  '-descriptor-elsewhere':
    'the package alone has scheme, host and path of the installed one, the descriptor has not',
  '-package-elsewhere':
    'the descriptor alone has scheme, host and path of the installed one, the package has not',
} as const

/** What each shows, by name of the link. */
export const updateLinks: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(kinds).flatMap(([kind, what]) =>
    Object.entries(places).map(([place, where]) => [`${kind}${place}`, `${what}: ${where}.`]),
  ),
)
