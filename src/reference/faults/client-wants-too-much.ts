import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['native/signature-gives-what-it-wants'],
  title: 'gives out clients that want a system capability and sign for themselves',
  client: (specs) => ({
    ...specs,
    sisx: {
      ...specs.sisx,
      files: specs.sisx.files.map((file) => ({ ...file, capabilities: ['SwEvent'] })),
    },
  }),
})
