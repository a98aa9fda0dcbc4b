/** Commands of SMPP 3.4 (section 5.1.2.1), each with the section that lays out its body. */
export const commands = [
  { id: 0x80000000, name: 'generic_nack', section: '4.3.1' },
  { id: 0x00000001, name: 'bind_receiver', section: '4.1.3' },
  { id: 0x80000001, name: 'bind_receiver_resp', section: '4.1.4' },
  { id: 0x00000002, name: 'bind_transmitter', section: '4.1.1' },
  { id: 0x80000002, name: 'bind_transmitter_resp', section: '4.1.2' },
  { id: 0x00000003, name: 'query_sm', section: '4.8.1' },
  { id: 0x80000003, name: 'query_sm_resp', section: '4.8.2' },
  { id: 0x00000004, name: 'submit_sm', section: '4.4.1' },
  { id: 0x80000004, name: 'submit_sm_resp', section: '4.4.2' },
  { id: 0x00000005, name: 'deliver_sm', section: '4.6.1' },
  { id: 0x80000005, name: 'deliver_sm_resp', section: '4.6.2' },
  { id: 0x00000006, name: 'unbind', section: '4.2.1' },
  { id: 0x80000006, name: 'unbind_resp', section: '4.2.2' },
  { id: 0x00000007, name: 'replace_sm', section: '4.10.1' },
  { id: 0x80000007, name: 'replace_sm_resp', section: '4.10.2' },
  { id: 0x00000008, name: 'cancel_sm', section: '4.9.1' },
  { id: 0x80000008, name: 'cancel_sm_resp', section: '4.9.2' },
  { id: 0x00000009, name: 'bind_transceiver', section: '4.1.5' },
  { id: 0x80000009, name: 'bind_transceiver_resp', section: '4.1.6' },
  { id: 0x0000000b, name: 'outbind', section: '4.1.7' },
  { id: 0x00000015, name: 'enquire_link', section: '4.11.1' },
  { id: 0x80000015, name: 'enquire_link_resp', section: '4.11.2' },
  { id: 0x00000021, name: 'submit_multi', section: '4.5.1' },
  { id: 0x80000021, name: 'submit_multi_resp', section: '4.5.2' },
  { id: 0x00000102, name: 'alert_notification', section: '4.12.1' },
  { id: 0x00000103, name: 'data_sm', section: '4.7.1' },
  { id: 0x80000103, name: 'data_sm_resp', section: '4.7.2' },
] as const

export type CommandName = (typeof commands)[number]['name']

/** A response carries the id of its request with this bit set. */
export const responseBit = 0x80000000
