import { Option } from 'commander'
import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { formats, type Format } from '../decode/detect-format.ts'
import type { Decoder } from '../decode/decoding.ts'

interface Options {
  readonly as?: Format
}

const decoders = {
  jad: async () => (await import('../decode/decode-descriptor.ts')).decodeDescriptor,
  jar: async () => (await import('../decode/decode-package.ts')).decodePackage,
  manifest: async () => (await import('../decode/decode-manifest.ts')).decodeManifest,
  class: async () => (await import('../decode/decode-class.ts')).decodeClass,
  report: async () => (await import('../decode/decode-report.ts')).decodeReport,
} as const satisfies Readonly<Record<Format, () => Promise<Decoder>>>

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('read a JAD, JAR, manifest, class file or status report as a phone does')
      .argument('<file>', 'path, or - for stdin; at most 16 MiB')
      .addOption(new Option('--as <format>', 'do not guess by content').choices(formats))
      .addHelpText(
        'after',
        '\nExits with 1 when a phone that follows the documents refuses the file.',
      )
      .action(
        ending(async (path: string, options: Options) => {
          const { readInput } = await import('../read-input.ts')
          const { detectFormat } = await import('../decode/detect-format.ts')
          const octets = await readInput(path)
          const decode = await decoders[options.as ?? detectFormat(octets)]()
          const { lines, sound } = decode(octets, terminal)
          terminal.out(`${lines.join('\n').trimEnd()}\n`)
          return sound ? exitCodes.conforms : exitCodes.doesNotConform
        }),
      )
  },
})
