import { defineFault } from '../fault.ts'
import { incompressible } from '../native/packages.ts'

const manual = incompressible(350_000)

export default defineFault({
  breaks: ['native/fits-gateways'],
  title: 'gives out clients that WAP gateways do not hand on',
  client: ({ sis, sisx, 'pocket-pc': pocketPc, smartphone }) => {
    const inCab = { name: 'manual.bin', octets: manual }
    return {
      sis: {
        ...sis,
        files: [...sis.files, { target: '!:\\system\\apps\\client\\manual.bin', octets: manual }],
      },
      sisx: {
        ...sisx,
        files: [...sisx.files, { target: '!:\\resource\\client\\manual.bin', octets: manual }],
      },
      'pocket-pc': { ...pocketPc, files: [...pocketPc.files, inCab] },
      smartphone: { ...smartphone, files: [...smartphone.files, inCab] },
    }
  },
})
