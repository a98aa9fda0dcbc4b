import { defineCheck, fail, pass } from '../../check.ts'
import { cabinetsFor2003 } from '../../native-links.ts'

export default defineCheck({
  row: 'N15',
  level: 'must',
  clause: 'NATIVE-UNSIGNED-2003',
  title: 'A cabinet for Pocket PC 2003 is as long as it says',
  applies: (context) => cabinetsFor2003(context).length > 0,
  absent: 'no cabinet was sent to a Pocket PC 2003',
  *judge(context) {
    for (const { seq, cabinet } of cabinetsFor2003(context)) {
      const { octets, header } = cabinet
      yield octets.length === header.bytes
        ? pass({ seq }, `${octets.length} octets`)
        : fail(
            { seq },
            {
              actual: `${octets.length} octets that say they are ${header.bytes}`,
              expected: 'a cabinet that is not signed, or states its whole length',
            },
          )
    }
  },
  explain: `A signature goes behind what the cabinet itself calls its end, and Pocket PC 2003 takes that for damage: "not a valid Windows CE setup file". Give these devices the unsigned package, or write the whole length into the header before signing.`,
})
