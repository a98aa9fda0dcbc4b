/** An ESME whose connection ends in the middle of its work. */
import { expect, test } from 'vitest'
import { parseReceipt } from '../../src/wire/smpp/receipt.ts'
import { bindEsme } from './esme.ts'
import { phoneOnTheNetwork } from './phone-on-the-network.ts'
import { raiseSmsc } from './smsc-rig.ts'

const phones = 200

test('a cut loses and doubles nothing that was taken, and receipts tell which that was', async () => {
  const { router, port, smsc, until, facts } = await raiseSmsc()
  const numbers = Array.from({ length: phones }, (_, phone) => String(358_400_000_000 + phone))
  const inboxes = new Map(numbers.map((number) => [number, phoneOnTheNetwork()]))
  for (const [number, inbox] of inboxes) router.attach(number, inbox)
  const counts = () => numbers.map((number) => inboxes.get(number)?.taken.length)
  const fieldsFor = (number: string) => ({
    source_addr: '1234',
    destination_addr: number,
    registered_delivery: 1,
    short_message: 'push',
  })

  const first = await bindEsme(port)
  const answered = new Set<string>()
  await new Promise<void>((resolve) => {
    for (const number of numbers) {
      const asked = first.request('submit_sm', fieldsFor(number))
      const note = () => {
        answered.add(number)
        if (answered.size === phones / 2) {
          first.destroy()
          resolve()
        }
      }
      asked.then(note, note)
    }
  })
  const second = await bindEsme(port)
  until(0)
  const accepted = facts.filter(({ what }) => what === 'message.accepted').length
  const told = new Set<unknown>()
  while (told.size < accepted) {
    const { source_addr: from, short_message: body } = await second.next()
    expect(parseReceipt(String(body?.message))?.stat).toBe('DELIVRD')
    told.add(from)
  }
  expect(numbers.filter((number) => inboxes.get(number)?.taken.length === 1)).toEqual(
    numbers.filter((number) => told.has(number)),
  )
  expect([...answered].filter((number) => !told.has(number))).toEqual([])

  for (const number of numbers.filter((one) => !told.has(one))) {
    await second.request('submit_sm', fieldsFor(number))
  }
  until(0)
  expect(counts()).toEqual(numbers.map(() => 1))
  await smsc.close()
})
