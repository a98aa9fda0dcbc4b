import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/action-named'],
  title: 'leaves the action of indications to the phone',
  draft: (draft) => {
    if (draft.kind !== 'si' || draft.indication.action === 'delete') return draft
    const { action: _action, ...indication } = draft.indication
    return { ...draft, indication }
  },
})
