import { defineFault, spoil } from '../fault.ts'
import { withHeaders } from '../respond.ts'

export default defineFault({
  breaks: ['native/file-name-on-symbian'],
  title: 'names packages for Symbian after the program that sends them',
  answer: spoil('client', (response) => {
    const isForSymbian = /symbian|sisx/.test(response.headers.get('Content-Type') ?? '')
    return isForSymbian
      ? withHeaders(response, { 'Content-Disposition': 'attachment; filename="client.php"' })
      : response
  }),
})
