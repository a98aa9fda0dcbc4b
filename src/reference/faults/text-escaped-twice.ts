import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/text-escaped-once'],
  title: 'escapes the texts of indications for XML and sends them in WBXML',
  draft: (draft) => {
    if (draft.kind !== 'si' || draft.indication.text === '') return draft
    const text = `${draft.indication.text} &amp; play`
    return { ...draft, indication: { ...draft.indication, text } }
  },
})
