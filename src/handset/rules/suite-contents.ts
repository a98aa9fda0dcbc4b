/** What an installed suite is, from its descriptor and manifest. The descriptor's value comes first (PKG21). */
import {
  attributeValue,
  numberedAttributes,
  parseMidletEntry,
  parsePushEntry,
} from '../../wire/attributes.ts'
import type { Attribute } from '../../wire/attributes.ts'
import type { Subject } from '../../trace/suite-events.ts'
import type { SuiteContents } from '../behaviour.ts'

export function readContents(
  descriptor: readonly Attribute[],
  manifest: readonly Attribute[],
): SuiteContents {
  return {
    subject: readSubject(descriptor, manifest),
    dataBytes: readDataBytes(descriptor, manifest),
    deleteNotify: either(descriptor, manifest, 'MIDlet-Delete-Notify'),
    deleteConfirm: either(descriptor, manifest, 'MIDlet-Delete-Confirm'),
    midlets: readEntries('MIDlet-', parseMidletEntry, [descriptor, manifest]),
    push: readEntries('MIDlet-Push-', parsePushEntry, [descriptor, manifest]),
  }
}

export function readSubject(
  descriptor: readonly Attribute[],
  manifest: readonly Attribute[],
): Subject {
  return {
    vendor: either(descriptor, manifest, 'MIDlet-Vendor') ?? '',
    name: either(descriptor, manifest, 'MIDlet-Name') ?? '',
    version: either(descriptor, manifest, 'MIDlet-Version') ?? '',
  }
}

export function readDataBytes(
  descriptor: readonly Attribute[],
  manifest: readonly Attribute[],
): number {
  return readCount(either(descriptor, manifest, 'MIDlet-Data-Size'))
}

function either(
  descriptor: readonly Attribute[],
  manifest: readonly Attribute[],
  name: string,
): string | undefined {
  return attributeValue(descriptor, name) ?? attributeValue(manifest, name)
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
