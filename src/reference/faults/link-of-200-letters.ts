import { defineFault } from '../fault.ts'

const letters = 200

export default defineFault({
  breaks: ['sms/link-leaves-room'],
  title: 'writes links of 200 letters into texts',
  draft: (draft) =>
    draft.kind === 'text'
      ? {
          ...draft,
          text: draft.text.replace(/https?:\/\/\S+/, (link) =>
            `${link}${link.includes('?') ? '&' : '?'}order=`.padEnd(letters, '1&n='),
          ),
        }
      : draft,
})
