/** Changes to a descriptor's attributes that faults are made of. */
import type { AttributePair } from './fault.ts'

type Attributes = readonly AttributePair[]

/** Changes the value of each attribute of this name; where there is none, nothing. */
export function changeValue(
  attributes: Attributes,
  name: string,
  change: (value: string) => string,
): Attributes {
  return attributes.map(([known, value]) => [known, known === name ? change(value) : value])
}

export function rename(attributes: Attributes, name: string, to: string): Attributes {
  return attributes.map(([known, value]) => [known === name ? to : known, value])
}

export function remove(attributes: Attributes, name: string): Attributes {
  return attributes.filter(([known]) => known !== name)
}

/** How many attributes there are of a numbered family, e.g. `MIDlet-Push-`. */
export function countNumbered(attributes: Attributes, prefix: string): number {
  return attributes.filter(
    ([name]) => name.startsWith(prefix) && /^[0-9]+$/.test(name.slice(prefix.length)),
  ).length
}
