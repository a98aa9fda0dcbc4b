import { Option } from 'commander'
import { defineCommand } from '../command.ts'
import { encodedForms, encodedKinds } from '../encode/encode-options.ts'
import type { EncodedKind, EncodeOptions } from '../encode/encode-options.ts'
import { exitCodes } from '../exit-codes.ts'

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description(
        'write an SI, SL, CO, provisioning document or any push in the octets of the air',
      )
      .addArgument(command.createArgument('<kind>', 'what to write').choices(encodedKinds))
      .argument('[file]', 'the document as XML; for `push` any content; - for stdin')
      .option('--href <url>', 'link of an SI or SL')
      .option('--text <text>', 'text of an SI')
      .option('--si-id <id>', 'id of an SI')
      .option('--created <date>', 'of an SI, as 2026-01-02T03:04:05Z')
      .option('--expires <date>', 'of an SI')
      .option('--action <action>', 'of an SI or SL')
      .option('--type <media>', 'media type of a push')
      .option('--application <id>', 'X-Wap-Application-Id of a push, a number or a URI')
      .addOption(
        new Option('--as <form>', 'XML, tokens, a WSP push, or the segments of an SMS')
          .choices(encodedForms)
          .default('wbxml', 'wbxml; for `push` wsp'),
      )
      .option('--out <file>', 'octets into a file, in place of hex digits')
      .action(
        ending(async (kind: EncodedKind, file: string | undefined, options: EncodeOptions) => {
          const { encode } = await import('../encode/encode.ts')
          const { readInput } = await import('../read-input.ts')
          const input = file === undefined ? undefined : await readInput(file)
          const { messages, isText } = encode(kind, input, options)
          const { formatHex } = await import('../../wire/hex.ts')
          if (options.out !== undefined) {
            const { writeReport } = await import('../report-wishes.ts')
            await writeReport(options.out, Buffer.concat(messages))
          } else if (isText) {
            terminal.out(new TextDecoder().decode(messages[0]))
          } else {
            terminal.out(messages.map((octets) => `${formatHex(octets)}\n`).join(''))
          }
          return exitCodes.conforms
        }),
      )
  },
})
