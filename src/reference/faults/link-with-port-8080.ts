import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/link-port'],
  title: 'sends links to a port that it has behind its own firewall',
  draft: (draft) => {
    if (draft.kind !== 'si' || draft.indication.href === undefined) return draft
    const url = new URL(draft.indication.href)
    url.port = '8080'
    return { ...draft, indication: { ...draft.indication, href: url.href } }
  },
})
