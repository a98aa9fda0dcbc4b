import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/permissions-syntax'],
  title: 'ends lists of permissions with a comma',
  suite: (spec) => ({
    ...spec,
    ...(spec.attributes && {
      attributes: spec.attributes.map(([name, value]) => [
        name,
        name.startsWith('MIDlet-Permissions') ? `${value},` : value,
      ]),
    }),
  }),
})
