import { defineBearer } from '../bearer.ts'
import { openPpg } from '../ppg.ts'

export default defineBearer({
  title: 'PAP 1.0 and 2.0 over HTTP, as servers post to a push proxy gateway',
  usualPort: 13014,
  open: (parts) => openPpg(parts),
})
