/** Machine words of executables (Microsoft PE and COFF Specification, Machine Types). */
export const machines = [
  { value: 0x014c, name: 'x86' },
  { value: 0x0166, name: 'MIPS R4000' },
  { value: 0x01a2, name: 'SH3' },
  { value: 0x01a6, name: 'SH4' },
  { value: 0x01c0, name: 'ARM' },
  { value: 0x01c2, name: 'Thumb' },
  { value: 0x0266, name: 'MIPS16' },
  { value: 0x0366, name: 'MIPS with FPU' },
] as const satisfies readonly { readonly value: number; readonly name: string }[]
