import { defineCheck, fail, pass } from '../../check.ts'
import { cabinetsFor2003 } from '../../native-links.ts'

export default defineCheck({
  row: 'N15',
  level: 'should',
  clause: 'NATIVE-STORED-2003',
  title: 'A cabinet for Pocket PC 2003 is not compressed',
  applies: (context) => cabinetsFor2003(context).length > 0,
  absent: 'no cabinet was sent to a Pocket PC 2003',
  *judge(context) {
    for (const { seq, cabinet } of cabinetsFor2003(context)) {
      const packed = cabinet.folders.find(({ compression }) => compression !== 'stored')
      yield packed === undefined
        ? pass({ seq }, 'stored as it is')
        : fail(
            { seq },
            { actual: `a cabinet in ${packed.compression}`, expected: 'one that is stored' },
          )
    }
  },
  explain: `The option of Visual Studio that compresses a cabinet is documented as not supported on Pocket PC 2003: it asks for an installer that came with Windows Mobile 5. Some devices take such a cabinet all the same, so that the fault is seen on the desks of some users only. Build the package for these devices without the option.`,
})
