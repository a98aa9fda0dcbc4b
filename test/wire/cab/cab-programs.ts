/** Programs of others that list, unpack and make cabinets. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const programs = ['cabextract', 'gcab'] as const

export const hasCabPrograms = ((): boolean => {
  try {
    execFileSync('sh', ['-c', programs.map((name) => `command -v ${name}`).join(' && ')])
    return true
  } catch {
    return false
  }
})()

export interface ListedFile {
  readonly name: string
  readonly bytes: number
  readonly modified: string
}

/** A folder of its own for cabinets and what is taken out of them. */
export class CabFolder {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ota-cab-'))
  #count = 0

  remove(): void {
    rmSync(this.#folder, { recursive: true })
  }

  /** What `cabextract -l` says, in its order. */
  list(cabinet: Uint8Array): readonly ListedFile[] {
    const printed = execFileSync('cabextract', ['-l', this.#write(cabinet)], { encoding: 'utf8' })
    const row = /^ *(\d+) \| (\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d) \| (.+)$/gm
    return [...printed.matchAll(row)].map(([, bytes, day, month, year, time, name = '']) => ({
      name,
      bytes: Number(bytes),
      modified: `${year}-${month}-${day}T${time}`,
    }))
  }

  /** What `gcab -t` says. */
  names(cabinet: Uint8Array): readonly string[] {
    const printed = execFileSync('gcab', ['-t', this.#write(cabinet)], { encoding: 'utf8' })
    return printed.split('\n').filter((line) => line !== '')
  }

  /** Every file as `cabextract` takes it out, having tested it. */
  extract(cabinet: Uint8Array, names: readonly string[]): ReadonlyMap<string, Uint8Array> {
    const file = this.#write(cabinet)
    const folder = `${file}.d`
    execFileSync('cabextract', ['-q', '-d', folder, file], { stdio: 'pipe' })
    return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]))
  }

  /** A cabinet that `gcab` makes. */
  create(files: Readonly<Record<string, Uint8Array>>, compression: 'stored' | 'mszip'): Uint8Array {
    const folder = join(this.#folder, `in-${(this.#count += 1)}`)
    mkdirSync(folder)
    for (const [name, octets] of Object.entries(files)) writeFileSync(join(folder, name), octets)
    const flags = compression === 'mszip' ? ['-c', '-z'] : ['-c']
    execFileSync('gcab', [...flags, 'made.cab', ...Object.keys(files)], { cwd: folder })
    return new Uint8Array(readFileSync(join(folder, 'made.cab')))
  }

  #write(cabinet: Uint8Array): string {
    const file = join(this.#folder, `${(this.#count += 1)}.cab`)
    writeFileSync(file, cabinet)
    return file
  }
}
