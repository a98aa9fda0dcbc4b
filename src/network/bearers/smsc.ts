import { defineBearer } from '../bearer.ts'
import { openSmsc } from '../smsc.ts'

export default defineBearer({
  title: 'SMPP 3.4, as servers speak to a short message service centre',
  usualPort: 2775,
  open: (parts) => openSmsc(parts),
})
