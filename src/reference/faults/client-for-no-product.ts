import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['native/names-a-product'],
  title: 'gives out packages that name no product',
  client: (specs) => ({ ...specs, sisx: { ...specs.sisx, targets: [] } }),
})
