/**
 * Values of the target processor in a `.000` file and of `ProcessorType` in `_setup.xml` (dwProcessorType of SYSTEM_INFO),
 * as `wince_info` of libmspack and the CabWiz documentation name them.
 */
export const architectures = [
  { value: 0, name: 'any processor' },
  { value: 103, name: 'SH3' },
  { value: 104, name: 'SH4' },
  { value: 386, name: 'Intel 386' },
  { value: 486, name: 'Intel 486' },
  { value: 586, name: 'Intel Pentium' },
  { value: 601, name: 'PowerPC 601' },
  { value: 603, name: 'PowerPC 603' },
  { value: 604, name: 'PowerPC 604' },
  { value: 620, name: 'PowerPC 620' },
  { value: 821, name: 'Motorola 821' },
  { value: 1824, name: 'ARM720' },
  { value: 2080, name: 'ARM820' },
  { value: 2336, name: 'ARM920' },
  { value: 2577, name: 'StrongARM' },
  { value: 4000, name: 'MIPS R4000' },
  { value: 10_003, name: 'Hitachi SH3' },
  { value: 10_004, name: 'Hitachi SH3E' },
  { value: 10_005, name: 'Hitachi SH4' },
  { value: 21_064, name: 'Alpha 21064' },
  { value: 70_001, name: 'ARM7TDMI' },
] as const satisfies readonly { readonly value: number; readonly name: string }[]
