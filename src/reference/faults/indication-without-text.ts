import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/text-shown'],
  title: 'pushes indications without a text',
  draft: (draft) =>
    draft.kind === 'si' ? { ...draft, indication: { ...draft.indication, text: '' } } : draft,
})
