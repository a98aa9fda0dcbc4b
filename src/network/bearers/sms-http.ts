import { defineBearer } from '../bearer.ts'
import { openSmsHttp } from '../sms-http.ts'

export default defineBearer({
  title: 'SMS by HTTP: sendsms as of Kannel, and a JSON form as of hosted gateways',
  usualPort: 13013,
  open: (parts) => openSmsHttp(parts),
})
