import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/permissions-in-manifest'],
  title: 'adds permissions to the descriptor that the signed manifest lacks',
  suite: (spec) => ({
    ...spec,
    manifest: (attributes) => attributes.filter(([name]) => !name.startsWith('MIDlet-Permissions')),
  }),
})
