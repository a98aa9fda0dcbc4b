import { defineCheck, fail, pass } from '../../check.ts'
import { fetchedObjects } from '../../downloads.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-SIZE',
  title: 'An object has the size that its download descriptor states',
  applies: (context) => fetchedObjects(context).some(({ size }) => size !== undefined),
  absent: 'no object was sent whole whose download descriptor states a size',
  *judge(context) {
    for (const { seq, body, size, download } of fetchedObjects(context)) {
      const { length } = body
      if (size === undefined) continue
      yield length === size
        ? pass({ seq }, `${length} octets, as stated`)
        : fail(
            { seq },
            {
              actual: `object of ${length} octets`,
              expected: `${size}, as stated`,
              cause: download,
            },
          )
    }
  },
  explain: `An agent sets so much memory aside and takes another size for a broken transfer: it deletes what came and reports 905, phoneME's sends 904. A number that was written by hand is wrong after the next build. Take the size from the file each time a descriptor is made, and serve the object without a content coding.`,
})
