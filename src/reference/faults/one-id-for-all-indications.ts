import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/own-id'],
  title: 'gives all indications one si-id',
  draft: (draft) =>
    draft.kind === 'si' && draft.indication.siId !== undefined
      ? { ...draft, indication: { ...draft.indication, siId: 'install' } }
      : draft,
})
