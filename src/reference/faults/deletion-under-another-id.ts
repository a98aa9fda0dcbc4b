import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/deletion-names-it'],
  title: 'takes indications back under an id that it never gave out',
  draft: (draft) =>
    draft.kind === 'si' && draft.indication.action === 'delete'
      ? { ...draft, indication: { ...draft.indication, siId: 'deletion' } }
      : draft,
})
