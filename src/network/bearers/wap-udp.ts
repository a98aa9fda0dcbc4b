import { defineBearer } from '../bearer.ts'
import { openWapUdp } from '../wap-udp.ts'

export default defineBearer({
  title: 'WAP push on UDP port 2948, as to a phone on a data connection',
  usualPort: 2948,
  open: (parts) => openWapUdp(parts),
})
