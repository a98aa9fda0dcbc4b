import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/no-service-loading'],
  title: 'pushes service loading in place of indications',
  draft: (draft) => {
    if (draft.kind !== 'si') return draft
    const { href } = draft.indication
    return href === undefined ? draft : { kind: 'sl', loading: { href } }
  },
})
