import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: [
    'sms/link-whole',
    'native/available',
    'native/other-platform',
    'ticket/good-until-the-end',
  ],
  title: 'writes a full stop directly behind the link of a text',
  draft: (draft) =>
    draft.kind === 'text' ? { ...draft, text: draft.text.replaceAll(/https?:\S+/g, '$&.') } : draft,
})
