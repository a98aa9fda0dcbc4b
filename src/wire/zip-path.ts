/** What is wrong with an entry's name as a path inside a package; `undefined` when nothing is. */
export function pathProblem(name: string): string | undefined {
  const trick = tricks.find(({ pattern }) => pattern.test(name))
  return trick === undefined
    ? undefined
    : `Unexpected ${trick.what}, expected a plain relative path`
}

const tricks: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /^$/, what: 'empty name' },
  { pattern: /\0/, what: 'NUL in a name' },
  { pattern: /\\/, what: 'backslash in a name' },
  { pattern: /^\//, what: 'absolute path' },
  { pattern: /^[A-Za-z]:/, what: 'drive letter' },
  { pattern: /(?:^|\/)\.\.?(?:\/|$)/, what: 'step to a parent or to the same folder' },
  { pattern: /\/\//, what: 'empty step' },
]
