/** What an installed suite is, from its descriptor and manifest. The descriptor's value comes first (PKG21). */
import {
  attributeValue,
  numberedAttributes,
  parseMidletEntry,
  parsePushEntry,
} from '../../wire/attributes.ts'
import type { Attribute } from '../../wire/attributes.ts'
import type { SuiteContents } from '../behaviour.ts'

export function readContents(
  descriptor: readonly Attribute[],
  manifest: readonly Attribute[],
): SuiteContents {
  const either = (name: string) =>
    attributeValue(descriptor, name) ?? attributeValue(manifest, name)
  return {
    subject: {
      vendor: either('MIDlet-Vendor') ?? '',
      name: either('MIDlet-Name') ?? '',
      version: either('MIDlet-Version') ?? '',
    },
    dataBytes: readCount(either('MIDlet-Data-Size')),
    deleteNotify: either('MIDlet-Delete-Notify'),
    deleteConfirm: either('MIDlet-Delete-Confirm'),
    midlets: readEntries('MIDlet-', parseMidletEntry, [descriptor, manifest]),
    push: readEntries('MIDlet-Push-', parsePushEntry, [descriptor, manifest]),
  }
}

/** Only the manifest of a package without descriptor may still hold something else than a number. */
function readCount(text: string | undefined): number {
  return text !== undefined && /^[0-9]{1,15}$/.test(text) ? Number(text) : 0
}

/** Of the first document that has such attributes. */
function readEntries<T>(
  prefix: string,
  parse: (value: string) => T | undefined,
  documents: readonly (readonly Attribute[])[],
): readonly T[] {
  const numbered = documents
    .map((attributes) => numberedAttributes(attributes, prefix))
    .find((entries) => entries.length > 0)
  return (numbered ?? []).flatMap(({ attribute }) => parse(attribute.value) ?? [])
}
