import { defineFault } from '../fault.ts'
import { formatDate, parseDate } from '../../wire/wbxml/date.ts'

const day = 86_400_000

export default defineFault({
  breaks: ['push/dates-sound'],
  title: 'dates indications by local time on the other side of the date line',
  draft: (draft) => {
    if (draft.kind !== 'si') return draft
    const at = parseDate(draft.indication.created ?? '')
    if (at === undefined) return draft
    return { ...draft, indication: { ...draft.indication, created: formatDate(at + day / 2) } }
  },
})
