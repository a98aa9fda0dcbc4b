import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/newer-when-sent-again'],
  title: 'sends an indication again with the date that it had at first',
  draft: (draft) =>
    draft.kind === 'si' && draft.indication.created !== undefined
      ? { ...draft, indication: { ...draft.indication, created: '2006-03-01T09:00:00Z' } }
      : draft,
})
