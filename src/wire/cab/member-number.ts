/** Numbers of members that are not files to install. */
export const memberNumbers = { manifest: 0, setupDll: 999 } as const

/** The three digits at the end of `MSCEWI~1.012`, by which the `.000` file names members. */
export function memberNumber(name: string): number | undefined {
  const digits = /\.(\d{3})$/.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
