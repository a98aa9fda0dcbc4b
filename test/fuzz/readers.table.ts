/** Readers of octets or text that no row of the fuzzer names, because another reader hands them all that it gets. */
export const readWithin: Readonly<Record<string, string>> = {
  'cab/cabinet-blocks.ts readBlocks': 'readCabinet',
  'charset.ts decodeText': 'parseMarkup',
  'hex.ts parseHex': 'it reads what a tester types',
  'jad-charset.ts decodeOctets': 'parseJad',
  'jad-reader.ts readDescriptor': 'parseJad',
  'multipart.ts parseMultipart': 'readTogether',
  'octet-text.ts decodeUtf8': 'parseJad',
  'sis/legacy-sis.ts readLegacySis': 'readSis',
  'sis/sis.ts detectSis': 'it looks at three words',
  'sis/sisx.ts readSisx': 'readSis',
  'sis/sisx.ts readSisxStub': 'readSis',
  'smpp/pdu-reader.ts decodeHeader': 'decodePdu',
  'zip-directory.ts readZipDirectory': 'inspectJar',
  'zip-entry.ts unpackEntry': 'inspectJar',
  'cab/manifest-sections.ts readSections': 'readInstallManifest',
  'sis/packed-octets.ts unpack': 'readSis',
}
