/** Where the strict phone and the independent programs part, and why. A row that nothing needs any more fails the test. */
export interface OutcomeDisagreement {
  readonly jad: string
  readonly program: 'phoneme' | 'nokia'
  readonly ours: number
  readonly theirs: number
  readonly because: string
}

const noClassCheck =
  'Nokia’s downloader never looks whether the class of a MIDlet is in the package; the suite fails when it is started. phoneME and the strict phone refuse it with 907.'
const versionDigits =
  'A part of MIDlet-Version is larger than 99, which the format does not allow (MIDP 2.1, MIDlet-Version). Both programs read it as a number and go on.'
const midletWithoutClass =
  'MIDlet-1 names no class. phoneME does not look at MIDlet entries of a descriptor before the package is there; Nokia’s runtime and the strict phone do.'
const continuation =
  'A line begins with a blank. The grammar of descriptors has no continuation lines, phoneME and the strict phone refuse; Nokia’s runtime joins it.'
const utf16 =
  'The descriptor is in UTF-16 and served without charset. Nokia’s runtime goes by the byte order mark; the others read it as UTF-8 and find no attribute.'

const refusedBy = (program: 'phoneme' | 'nokia', because: string, jads: readonly string[]) =>
  jads.map((jad) => ({ jad: `jad/${jad}.jad`, program, ours: 906, theirs: 907, because }))

const tooManyDigits = [
  '12648645e0db32cf',
  '81686af42f2bcd27',
  '81efd668d337f05c',
  'e03db120f2e936fd',
]

/** `theirs` of a descriptor without its package is 907 where the program would have gone on to download it. */
export const outcomeDisagreements: readonly OutcomeDisagreement[] = [
  ...['jad/4eeee3bf7fdc6805.jad', 'jad/fe6734a072283a1e.jad'].map((jad) => ({
    jad,
    program: 'nokia' as const,
    ours: 907,
    theirs: 900,
    because: noClassCheck,
  })),
  ...refusedBy('phoneme', versionDigits, tooManyDigits),
  ...refusedBy('nokia', versionDigits, tooManyDigits),
  ...refusedBy('phoneme', midletWithoutClass, [
    '22523b49007a83b7',
    '9c8d3d8e28436cdc',
    'b00c33455a23a044',
  ]),
  ...refusedBy('nokia', continuation, ['4aed04a950f8715a']),
  ...refusedBy('nokia', utf16, ['646518e5226b6501']),
]

/** Attributes that the reader with a program’s tolerance sees and the program does not. */
export interface ReadingDisagreement {
  readonly jad: string
  readonly program: 'phoneme' | 'nokia' | 'microemu'
  readonly names: readonly string[]
  readonly because: string
}

export const readingDisagreements = [
  {
    jad: 'jad/4aed04a950f8715a.jad',
    program: 'microemu',
    names: ['MIDlet-Jar-RSA-SHA1'],
    because:
      'MicroEmulator hands the file to the manifest parser of Java SE, which loses a last header that ends without a line end; we keep what is there.',
  },
] as const satisfies readonly ReadingDisagreement[]
