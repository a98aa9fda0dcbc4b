import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/same-id-when-sent-again', 'push/deletion-names-it'],
  title: 'names an indication anew each time it is sent',
  draft: (draft) => {
    if (draft.kind !== 'si') return draft
    const { siId, created = '' } = draft.indication
    const named = siId === undefined ? {} : { siId: `${siId}-${created}` }
    return { ...draft, indication: { ...draft.indication, ...named } }
  },
})
