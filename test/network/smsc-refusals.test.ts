/** What the SMSC says no to, as the npm package `smpp` sees it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bindEsme } from './esme.ts'
import type { Esme, Fields } from './esme.ts'
import { number, raiseSmsc } from './smsc-rig.ts'
import type { Rig } from './smsc-rig.ts'

let rig: Rig
let esme: Esme
beforeAll(async () => {
  rig = await raiseSmsc()
  esme = await bindEsme(rig.port)
})
afterAll(() => rig.smsc.close())

const text = { source_addr: '1234', destination_addr: number, short_message: 'hello' }
const octets = (hex: string) => Buffer.from(hex, 'hex')

test.each<[string, string, Fields]>([
  ['ESME_RINVDSTADR', 'a number that nobody has', { destination_addr: '358404040404' }],
  ['ESME_RINVDSTADR', 'a name for a number', { destination_addr: 'phone' }],
  ['ESME_RINVDSTADR', 'no number', { destination_addr: '' }],
  ['ESME_RINVDSTTON', 'no such type of number', { dest_addr_ton: 7 }],
  ['ESME_RINVDSTNPI', 'no such numbering plan', { dest_addr_npi: 2 }],
  ['ESME_RINVSRCADR', 'letters where digits are said to be', { source_addr: 'Acme' }],
  ['ESME_RINVSRCADR', 'twelve letters', { source_addr_ton: 5, source_addr: 'AcmeAcmeAcme' }],
  ['ESME_RINVSRCTON', 'no such type of source', { source_addr_ton: 7 }],
  ['ESME_RINVSRCNPI', 'no such plan of the source', { source_addr_npi: 2 }],
  ['ESME_RINVREGDLVFLG', 'a reserved registered_delivery', { registered_delivery: 3 }],
  ['ESME_RINVSCHED', 'a thirteenth month', { schedule_delivery_time: '061323050320000+' }],
  ['ESME_RINVEXPIRY', 'a validity that is over', { validity_period: '060228000000000+' }],
  ['ESME_RINVEXPIRY', 'a validity of nothing', { validity_period: '000000000000000R' }],
  [
    'ESME_RINVESMCLASS',
    'a header that is none',
    { esm_class: 0x40, short_message: octets('ff01') },
  ],
  ['ESME_RINVESMCLASS', 'no octets for a header', { esm_class: 0x40, short_message: octets('') }],
  ['ESME_RINVOPTPARSTREAM', 'text and payload', { message_payload: 'more' }],
  ['ESME_RMISSINGOPTPARAM', 'a segment of nobody knows how many', { sar_segment_seqnum: 1 }],
  [
    'ESME_RINVOPTPARAMVAL',
    'segment three of two',
    { sar_msg_ref_num: 1, sar_total_segments: 2, sar_segment_seqnum: 3 },
  ],
  [
    'ESME_ROPTPARNOTALLWD',
    'ports in both ways',
    {
      esm_class: 0x40,
      short_message: octets('0605040b8423f001'),
      source_port: 9200,
      dest_port: 2948,
    },
  ],
  [
    'ESME_ROPTPARNOTALLWD',
    'segments in both ways',
    {
      esm_class: 0x40,
      short_message: octets('05000301020161'),
      sar_msg_ref_num: 1,
      sar_total_segments: 2,
      sar_segment_seqnum: 1,
    },
  ],
  [
    'ESME_RINVMSGLEN',
    'a segment that is too long',
    {
      esm_class: 0x40,
      data_coding: 4,
      short_message: Buffer.concat([octets('050003010201'), Buffer.alloc(135)]),
    },
  ],
])('%s for %s', async (status, _, fields) => {
  const answer = await esme.request('submit_sm', { ...text, ...fields })
  expect(answer).toMatchObject({ command: 'submit_sm_resp' })
  expect(rig.facts.at(-1)?.detail).toMatch(new RegExp(`^${status}: `))
  expect(answer.command_status).not.toBe(0)
})

test('a session goes on after all of that', async () => {
  expect(await esme.request('submit_sm', text)).toMatchObject({ command_status: 0 })
})
