import { cacheDirectives, quoteCacheControl } from '../../cache-directives.ts'
import { defineCheck, fail, pass } from '../../check.ts'

export default defineCheck({
  row: 'S25',
  level: 'field',
  clause: 'RFC9111-NO-TRANSFORM',
  title: 'Descriptors and packages are not to be changed by gateways',
  applies: ({ evidence }) => evidence.descriptors.length > 0 || evidence.packages.length > 0,
  absent: 'neither a descriptor nor a package was sent',
  *judge({ evidence }) {
    for (const found of [...evidence.descriptors, ...evidence.packages]) {
      const quoted = quoteCacheControl(found.response)
      yield cacheDirectives(found.response).includes('no-transform')
        ? pass(found, quoted)
        : fail(found, { actual: quoted, expected: 'no-transform' })
    }
  },
  explain: `Proxies that recode content for small screens can change a descriptor or a package on its way: the size no longer matches (904), or a signature breaks (909). Cache-Control: no-transform tells them to leave the octets alone; send it with both.`,
})
