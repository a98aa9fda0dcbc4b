import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/has-link'],
  title: 'pushes indications without their link',
  draft: (draft) => {
    if (draft.kind !== 'si') return draft
    const { href: _, ...indication } = draft.indication
    return { ...draft, indication }
  },
})
