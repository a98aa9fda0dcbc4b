import { defineQuirk } from '../behaviour.ts'

function isKnown(contentType: string | undefined): boolean {
  return contentType === undefined || !/\s;/.test(contentType)
}

export default defineQuirk({
  title: 'Knows no media type that has a blank before its semicolon.',
  source: 'phoneME, Util.getHttpMediaType',
  apply: (base) => ({
    ...base,
    acceptsAsDescriptor: (contentType) =>
      isKnown(contentType) && base.acceptsAsDescriptor(contentType),
    acceptsAsPackage: (contentType) => isKnown(contentType) && base.acceptsAsPackage(contentType),
  }),
})
