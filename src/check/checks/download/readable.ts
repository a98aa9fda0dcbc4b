import { defineCheck, fail, pass } from '../../check.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-READABLE',
  title: 'A download descriptor is a well-formed document',
  applies: ({ evidence }) => evidence.downloads.length > 0,
  absent: 'no download descriptor was sent',
  *judge({ evidence }) {
    for (const found of evidence.downloads) {
      yield found.problem === undefined
        ? pass(found, 'read to its end')
        : fail(found, {
            actual: `document that cannot be read (${found.problem})`,
            expected: 'one in XML with the root media',
          })
    }
  },
  explain: `Agents read a descriptor with the XML parser of the phone, which stops at the first mistake: most often an ampersand in a URL that is not written &amp;. What cannot be read has no installNotifyURI either, so no report comes of it: the server never learns. Write descriptors with an XML library, in UTF-8.`,
})
