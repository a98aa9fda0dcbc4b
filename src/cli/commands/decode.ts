import { Option } from 'commander'
import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { formats, type Format } from '../decode/formats.ts'
import type { Decoder } from '../decode/decoding.ts'

interface Options {
  readonly as?: Format
}

const decoders = {
  jad: async () => (await import('../decode/decode-descriptor.ts')).decodeDescriptor,
  jar: async () => (await import('../decode/decode-package.ts')).decodePackage,
  cab: async () => (await import('../decode/decode-cabinet.ts')).decodeCabinet,
  manifest: async () => (await import('../decode/decode-manifest.ts')).decodeManifest,
  class: async () => (await import('../decode/decode-class.ts')).decodeClass,
  sis: async () => (await import('../decode/decode-sis.ts')).decodeSis,
  report: async () => (await import('../decode/decode-report.ts')).decodeReport,
  wsp: async () => (await import('../decode/decode-wsp.ts')).decodeWsp,
  wbxml: async () => (await import('../decode/decode-wbxml.ts')).decodeWbxmlDocument,
  'push-text': async () => (await import('../decode/decode-push-text.ts')).decodePushText,
  dd: async () =>
    (await import('../decode/decode-download-descriptor.ts')).decodeDownloadDescriptor,
  page: async () => (await import('../decode/decode-page.ts')).decodePage,
  uaprof: async () => (await import('../decode/decode-uaprof.ts')).decodeUaProf,
  pap: async () => (await import('../decode/decode-pap.ts')).decodePap,
  tpdu: async () => (await import('../decode/decode-sms.ts')).decodeTpdu,
  'user-data': async () => (await import('../decode/decode-sms.ts')).decodeUserData,
  smpp: async () => (await import('../decode/decode-smpp.ts')).decodeSmpp,
  certificates: async () => (await import('../decode/decode-certificates.ts')).decodeCertificates,
} as const satisfies Readonly<Record<Format, () => Promise<Decoder>>>

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description(
        'read a JAD, JAR, CAB, manifest, class file, SIS, SISX or status report as a phone does, and a message' +
          ' (WSP push, WBXML, SI, SL, PAP, SMS, SMPP) octet by octet; a download descriptor or page says where it leads, a UAProf document what a phone is, certificates of a server where they lead',
      )
      .argument('<file>', 'path, - for stdin (at most 16 MiB), or the hex digits of a message')
      .addOption(new Option('--as <format>', 'do not guess by content').choices(formats))
      .addHelpText(
        'after',
        '\nExits with 1 when a phone that follows the documents refuses the file.',
      )
      .action(
        ending(async (path: string, options: Options) => {
          const { readMessage } = await import('../read-message.ts')
          const { detectFormat } = await import('../decode/detect-format.ts')
          const octets = await readMessage(path)
          const decode = await decoders[options.as ?? detectFormat(octets)]()
          const { lines, sound } = decode(octets, terminal)
          terminal.out(`${lines.join('\n').trimEnd()}\n`)
          return sound ? exitCodes.conforms : exitCodes.doesNotConform
        }),
      )
  },
})
