/** The descriptor that one visit gets: what the suite is, where its package is, where reports go. */
import type { AttributePair } from './fault.ts'
import type { SuiteSpec } from './suite-builder.ts'
import type { Visit } from './visits.ts'

export interface DescriptorOrder {
  readonly spec: SuiteSpec
  readonly jarBytes: number
  /** Certificates and signature. */
  readonly signature: readonly AttributePair[]
  /** Path of the package, with a query where there is one, e.g. `/demo.jar`. */
  readonly jarPath: string
  readonly origin: string
  readonly visit: Visit
  /** `Accept-Language` of the request. */
  readonly languages: string | undefined
}

const descriptions: Readonly<Record<string, string>> = {
  de: 'Eine Vorführung für die Installation über das Netz',
  en: 'A demonstration of installing over the air',
  fr: 'Une démonstration d’installation par le réseau',
}

/** Phones that show a category know it from an attribute of their maker's. */
const makerAttributes: readonly {
  readonly maker: RegExp
  readonly attributes: readonly AttributePair[]
}[] = [{ maker: /^Nokia/, attributes: [['Nokia-MIDlet-Category', 'Application']] }]

export function describeSuite(order: DescriptorOrder): readonly AttributePair[] {
  const { spec, origin, visit } = order
  return [
    ['MIDlet-Name', spec.name],
    ['MIDlet-Version', spec.version],
    ['MIDlet-Vendor', spec.vendor],
    ['MIDlet-Description', chooseDescription(order.languages)],
    ...spec.midlets.map(({ name, icon, className }, index): AttributePair => [
      `MIDlet-${index + 1}`,
      `${name}, ${icon ?? ''}, ${className}`,
    ]),
    ['MicroEdition-Profile', spec.profile],
    ['MicroEdition-Configuration', spec.configuration],
    [
      'MIDlet-Jar-URL',
      `${origin}${order.jarPath}${order.jarPath.includes('?') ? '&' : '?'}visit=${visit.id}`,
    ],
    ['MIDlet-Jar-Size', String(order.jarBytes)],
    ...(spec.push ?? []).map((entry, index): AttributePair => [`MIDlet-Push-${index + 1}`, entry]),
    ...(spec.attributes ?? []).filter(([name]) => name.startsWith('MIDlet-Permissions')),
    ['MIDlet-Install-Notify', `${origin}/install-notify/${visit.id}`],
    ['MIDlet-Delete-Notify', `${origin}/delete-notify/${visit.id}`],
    ...makerAttributes
      .filter(({ maker }) => maker.test(visit.userAgent ?? ''))
      .flatMap(({ attributes }) => attributes),
    ...order.signature,
  ]
}

/** The first language of the list that there is a text in; its quality values are not weighed. */
function chooseDescription(languages: string | undefined): string {
  const asked = (languages ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase())
  const language = asked.find((code) => Object.hasOwn(descriptions, code)) ?? 'en'
  return descriptions[language] ?? ''
}

/** Writes what it is given, right or wrong; a codec would refuse what faults need. */
export function formatDescriptor(attributes: readonly AttributePair[]): Uint8Array {
  return new TextEncoder().encode(
    attributes.map(([name, value]) => `${name}: ${value}\r\n`).join(''),
  )
}
