/** The head of a legacy package (SIS File Format 1.19, File Header). */
import type { OctetReader } from '../octets.ts'
import type { LegacyReading } from './legacy-reading.ts'

export interface LegacyHeader {
  readonly checksum: number
  readonly languages: number
  readonly files: number
  readonly requisites: number
  /** Chosen at installation; 0 in a package. */
  readonly language: number
  readonly filesInstalled: number
  readonly drive: number
  readonly capabilities: number
  readonly installerVersion: number
  readonly options: number
  readonly type: number
  readonly major: number
  readonly minor: number
  readonly variant: number
  readonly languagesAt: number
  readonly filesAt: number
  readonly requisitesAt: number
  readonly certificatesAt: number
  readonly namesAt: number
}

/** What the head of EPOC release 6 has more. */
export interface Er6Header {
  readonly signatureAt: number
  readonly capabilitiesAt: number
  readonly installedBytes: number
  readonly installedBytesMax: number
}

const reservedBytes = 16

export function readLegacyHeader(reader: OctetReader, reading: LegacyReading): LegacyHeader {
  const u16 = (meaning: string) => take(reader, reading, { bytes: 2, meaning })
  const u32 = (meaning: string) => take(reader, reading, { bytes: 4, meaning })
  return {
    checksum: u16('Checksum'),
    languages: u16('Number of languages'),
    files: u16('Number of file records'),
    requisites: u16('Number of requisites'),
    language: u16('Language of the installation'),
    filesInstalled: u16('Files installed'),
    drive: u16('Drive'),
    capabilities: u16('Number of capabilities'),
    installerVersion: u32('Version of the installer'),
    options: u16('Options'),
    type: u16('Type'),
    major: u16('Major version'),
    minor: u16('Minor version'),
    variant: u32('Variant'),
    languagesAt: u32('Place of the languages'),
    filesAt: u32('Place of the file records'),
    requisitesAt: u32('Place of the requisites'),
    certificatesAt: u32('Place of the certificates'),
    namesAt: u32('Place of the names'),
  }
}

export function readEr6Header(reader: OctetReader, reading: LegacyReading): Er6Header {
  const u32 = (meaning: string) => take(reader, reading, { bytes: 4, meaning })
  const header = {
    signatureAt: u32('Place of the signature'),
    capabilitiesAt: u32('Place of the capabilities'),
    installedBytes: u32('Installed octets'),
    installedBytesMax: u32('Most installed octets'),
  }
  reading.tell(reader.offset, reader.offset + reservedBytes, 'Reserved')
  reader.skip(reservedBytes)
  return header
}

function take(
  reader: OctetReader,
  reading: LegacyReading,
  { bytes, meaning }: { readonly bytes: 2 | 4; readonly meaning: string },
): number {
  const { offset } = reader
  const number = bytes === 2 ? reader.u16le() : reader.u32le()
  reading.tell(offset, offset + bytes, `${meaning}: ${number}`)
  return number
}
