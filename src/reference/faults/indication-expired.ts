import { formatDate, parseDate } from '../../wire/wbxml/date.ts'
import { defineFault } from '../fault.ts'

const day = 86_400_000

export default defineFault({
  breaks: ['push/dates-sound'],
  title: 'pushes indications that expired the day before',
  draft: (draft) => {
    if (draft.kind !== 'si') return draft
    const at = parseDate(draft.indication.created ?? '')
    if (at === undefined) return draft
    return { ...draft, indication: { ...draft.indication, expires: formatDate(at - day) } }
  },
})
