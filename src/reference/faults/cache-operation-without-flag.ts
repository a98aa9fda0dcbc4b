import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/cache-operation-trusted'],
  title: 'sends cache operations without a Push-Flag',
  draft: (draft) => (draft.kind === 'co' ? { ...draft, flags: undefined } : draft),
})
