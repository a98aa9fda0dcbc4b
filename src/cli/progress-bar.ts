const barColumns = 24

/** `[######------------------] 25 of 100 cases, install/fresh`, cut to the width of the terminal. */
export function drawProgress(text: string, share: number, columns: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * barColumns)
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(barColumns - filled)}]`
  return `${bar} ${text}`.slice(0, Math.max(0, columns - 1))
}
