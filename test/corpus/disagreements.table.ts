/** Where the strict phone and the independent programs part, and why. A row that nothing needs any more fails the test. */
export interface OutcomeDisagreement {
  readonly because: string
  readonly programs: readonly ('phoneme' | 'nokia')[]
  readonly ours: number
  /** Of a descriptor without its package: 907 where the program would have gone on to download it. */
  readonly theirs: number
  readonly jads: readonly string[]
}

export const outcomeDisagreements = [
  {
    because:
      'Nokia’s downloader never looks whether the class of a MIDlet is in the package; the suite fails when it is started. phoneME and the strict phone refuse it.',
    programs: ['nokia'],
    ours: 907,
    theirs: 900,
    jads: ['jad/4eeee3bf7fdc6805.jad', 'jad/fe6734a072283a1e.jad'],
  },
  {
    because:
      'The package has more than the 1,048,576 octets that the phone takes (jarBytesMax of its profile), which it sees from MIDlet-Jar-Size. The two programs ran without such a limit.',
    programs: ['phoneme', 'nokia'],
    ours: 901,
    theirs: 900,
    jads: ['jad/0929ad31e4fef413.jad', 'jad/ae6c1557276a64f2.jad'],
  },
  {
    because: 'The same, of descriptors whose package is lost.',
    programs: ['phoneme', 'nokia'],
    ours: 901,
    theirs: 907,
    jads: ['jad/846aedde4463266e.jad', 'jad/d35d1ca06b8f5323.jad'],
  },
  {
    because:
      'A part of MIDlet-Version is larger than 99, which the format does not allow (MIDP 2.1, MIDlet-Version). Both programs read it as a number and go on.',
    programs: ['phoneme', 'nokia'],
    ours: 906,
    theirs: 907,
    jads: [
      'jad/12648645e0db32cf.jad',
      'jad/81686af42f2bcd27.jad',
      'jad/81efd668d337f05c.jad',
      'jad/e03db120f2e936fd.jad',
    ],
  },
  {
    because:
      'MIDlet-1 names no class. phoneME does not look at the MIDlets of a descriptor before the package is there; Nokia’s runtime and the strict phone do.',
    programs: ['phoneme'],
    ours: 906,
    theirs: 907,
    jads: ['jad/22523b49007a83b7.jad', 'jad/9c8d3d8e28436cdc.jad', 'jad/b00c33455a23a044.jad'],
  },
  {
    because:
      'A line begins with a blank. The grammar of descriptors has no continuation lines: phoneME and the strict phone refuse it, Nokia’s runtime joins it.',
    programs: ['nokia'],
    ours: 906,
    theirs: 907,
    jads: ['jad/4aed04a950f8715a.jad'],
  },
  {
    because:
      'The descriptor is in UTF-16 and served without a charset. Nokia’s runtime goes by the byte order mark; the others read it as UTF-8 and find no attribute.',
    programs: ['nokia'],
    ours: 906,
    theirs: 907,
    jads: ['jad/646518e5226b6501.jad'],
  },
] as const satisfies readonly OutcomeDisagreement[]

/** Attributes that the reader with a program’s tolerance sees and the program does not. */
export interface ReadingDisagreement {
  readonly because: string
  readonly program: 'phoneme' | 'nokia' | 'microemu'
  readonly jad: string
  readonly names: readonly string[]
}

export const readingDisagreements = [
  {
    because:
      'MicroEmulator hands the file to the manifest parser of Java SE, which loses a last header that ends without a line end; we keep what is there.',
    program: 'microemu',
    jad: 'jad/4aed04a950f8715a.jad',
    names: ['MIDlet-Jar-RSA-SHA1'],
  },
] as const satisfies readonly ReadingDisagreement[]
