/** Push application ids (OMNA registry): whom on the phone a push is for. */
export const applicationIds = [
  { id: 0x00, uri: 'x-wap-application:*' },
  { id: 0x01, uri: 'x-wap-application:push.sia' },
  { id: 0x02, uri: 'x-wap-application:wml.ua' },
  { id: 0x03, uri: 'x-wap-application:wta.ua' },
  { id: 0x04, uri: 'x-wap-application:mms.ua' },
  { id: 0x05, uri: 'x-wap-application:push.syncml' },
  { id: 0x06, uri: 'x-wap-application:loc.ua' },
  { id: 0x07, uri: 'x-wap-application:syncml.dm' },
  { id: 0x08, uri: 'x-wap-application:drm.ua' },
  { id: 0x09, uri: 'x-wap-application:emn.ua' },
  { id: 0x0a, uri: 'x-wap-application:wv.ua' },
  { id: 0x10, uri: 'x-oma-application:ulp.ua' },
  { id: 0x11, uri: 'x-oma-application:dlota.ua' },
  { id: 0x12, uri: 'x-oma-application:java-ams' },
] as const satisfies readonly { readonly id: number; readonly uri: string }[]

/** WSP 8.4.2.59, OMNA: a push that names no application is for the browser. */
export const browserApplicationId = 0x02
