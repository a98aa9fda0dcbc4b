import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/link-absolute'],
  title: 'escapes the links of indications for XML and sends them in WBXML',
  draft: (draft) => {
    if (draft.kind !== 'si' || draft.indication.href === undefined) return draft
    const href = `${draft.indication.href}#a=1&amp;b=2`
    return { ...draft, indication: { ...draft.indication, href } }
  },
})
