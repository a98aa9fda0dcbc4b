import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/dates-sound'],
  title: 'counts the months of its dates from 0, up to the 30th of February',
  draft: (draft) =>
    draft.kind === 'si' && draft.indication.created !== undefined
      ? { ...draft, indication: { ...draft.indication, created: '2006-02-30T09:00:00Z' } }
      : draft,
})
