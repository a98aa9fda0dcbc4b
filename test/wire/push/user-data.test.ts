import { expect, test } from 'vitest'
import { readPushContent } from '../../../src/wire/push/push-content.ts'
import { concatenationOf, decodeUdh, portsOf } from '../../../src/wire/sms/udh.ts'
import { mediaTypeOf } from '../../../src/wire/wsp/content-type.ts'
import { applicationIdOf, statedLengthOf } from '../../../src/wire/wsp/push-headers.ts'
import { decodePush } from '../../../src/wire/wsp/push-pdu.ts'
import { octetsOf } from '../octets-of.ts'
import { userDataVectors } from './user-data.table.ts'

test.each(userDataVectors)('$id of $source is read from header to link', (vector) => {
  const segments = vector.segments.map((hex) => {
    const octets = octetsOf(hex)
    const { elements, octetCount } = decodeUdh(octets)
    return { elements, octets: octets.subarray(octetCount) }
  })
  const places = segments.map(({ elements }) => concatenationOf(elements)?.sequence ?? 1)
  expect(places).toEqual(segments.map((_, index) => index + 1))
  const ports = segments.map(({ elements }) => portsOf(elements))
  expect(ports.map((one) => [one?.destination, one?.source])).toEqual(
    segments.map(() => vector.ports),
  )
  const push = decodePush(Uint8Array.from(segments.flatMap(({ octets }) => [...octets])))
  const mediaType = mediaTypeOf(push.contentType) ?? ''
  expect(mediaType).toBe(vector.mediaType)
  expect(readPushContent(push.body, { mediaType })?.content).toEqual(vector.content)
  expect(statedLengthOf(push.headers) ?? push.body.length).toBe(push.body.length)
  expect(applicationIdOf(push.headers).id).toBe(['V15', 'V17'].includes(vector.id) ? 4 : 2)
})
