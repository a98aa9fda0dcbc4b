import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['push/link-held-by-s60', 'sms/link-leaves-room'],
  title: 'writes all that it knows of an order into the links of texts',
  draft: (draft) =>
    draft.kind === 'text'
      ? { ...draft, text: draft.text.replace(/https?:\/\/\S+/, (link) => long(link)) }
      : draft,
})

function long(link: string): string {
  return `${link}${link.includes('?') ? '&' : '?'}order=${'x'.repeat(3000)}`
}
