import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/kind-fits-phone', 'sms/link-leaves-room'],
  title: 'sends texts with links to Java phones',
  draft: (draft) =>
    draft.kind === 'si' && draft.indication.href !== undefined
      ? { kind: 'text', text: `${draft.indication.text} ${draft.indication.href}` }
      : draft,
})
