import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/fits-the-client'],
  title: 'sends the terms of use as the text of an indication',
  draft: (draft) => {
    if (draft.kind !== 'si' || draft.indication.action === 'delete') return draft
    const text = `${draft.indication.text}. By installing you agree to the terms. `.repeat(7)
    return { ...draft, indication: { ...draft.indication, text: text.trim() } }
  },
})
