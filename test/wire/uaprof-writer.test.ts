import { expect, test } from 'vitest'
import { writeUaProf } from '../../src/wire/uaprof-writer.ts'
import { nothing } from './uaprof-without-fields.ts'

test('a document has the components that have something to say, and a bag for each list', () => {
  const profile = { ...nothing, model: 'A&B', javaPlatforms: ['MIDP-2.0'], pushMsgSize: 1400 }
  const schema = 'http://www.openmobilealliance.org/tech/profiles/UAPROF/ccppschema-20021212#'
  const component = (name: string, fields: string) =>
    `<prf:component><rdf:Description rdf:ID="${name}"><rdf:type rdf:resource="${schema}${name}"/>${fields}</rdf:Description></prf:component>`
  expect(new TextDecoder().decode(writeUaProf(profile))).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:prf="${schema}">` +
      '<rdf:Description rdf:ID="Profile">' +
      component('HardwarePlatform', '<prf:Model>A&amp;B</prf:Model>') +
      component(
        'SoftwarePlatform',
        '<prf:JavaEnabled>Yes</prf:JavaEnabled><prf:JavaPlatform><rdf:Bag><rdf:li>MIDP-2.0</rdf:li></rdf:Bag></prf:JavaPlatform>',
      ) +
      component('PushCharacteristics', '<prf:Push-MsgSize>1400</prf:Push-MsgSize>') +
      '</rdf:Description></rdf:RDF>\n',
  )
})
