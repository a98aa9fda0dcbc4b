import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['package/needs-of-the-phone'],
  title: 'offers a suite that needs Bluetooth to phones that have none',
  suite: (spec) => ({
    ...spec,
    midlets: spec.midlets.map((midlet) => ({
      ...midlet,
      references: ['javax.bluetooth.LocalDevice'],
    })),
  }),
})
