import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/link-absolute'],
  title: 'pushes links without scheme and host',
  draft: (draft) => {
    if (draft.kind !== 'si' || draft.indication.href === undefined) return draft
    const href = draft.indication.href.replace(/^https?:\/\/[^/]*/i, '')
    return { ...draft, indication: { ...draft.indication, href } }
  },
})
