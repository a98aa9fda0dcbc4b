import { defineFault } from '../fault.ts'

const octets = 280

export default defineFault({
  breaks: ['push/link-length'],
  title: 'writes all that it knows of an order into the link',
  draft: (draft) => {
    if (draft.kind !== 'si' || draft.indication.href === undefined) return draft
    const href = `${draft.indication.href}#`.padEnd(octets, 'step=1&')
    return { ...draft, indication: { ...draft.indication, href } }
  },
})
