import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['native/signature-verifies'],
  title: 'puts a stamp into clients once they are signed',
  client: (specs) => ({
    ...specs,
    sisx: {
      ...specs.sisx,
      signings: (specs.sisx.signings ?? []).map((signing) => ({ ...signing, overOthers: true })),
    },
  }),
})
