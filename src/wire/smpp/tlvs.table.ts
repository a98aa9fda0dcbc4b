/** Optional parameters of SMPP 3.4 (section 5.3.2), with the octets that a value may have. */
export interface TlvRow {
  readonly tag: number
  readonly name: string
  readonly least: number
  readonly most: number
}

const any = 0xffff

export const tlvRows = [
  { tag: 0x0005, name: 'dest_addr_subunit', least: 1, most: 1 },
  { tag: 0x0006, name: 'dest_network_type', least: 1, most: 1 },
  { tag: 0x0007, name: 'dest_bearer_type', least: 1, most: 1 },
  { tag: 0x0008, name: 'dest_telematics_id', least: 2, most: 2 },
  { tag: 0x000d, name: 'source_addr_subunit', least: 1, most: 1 },
  { tag: 0x000e, name: 'source_network_type', least: 1, most: 1 },
  { tag: 0x000f, name: 'source_bearer_type', least: 1, most: 1 },
  { tag: 0x0010, name: 'source_telematics_id', least: 1, most: 1 },
  { tag: 0x0017, name: 'qos_time_to_live', least: 4, most: 4 },
  { tag: 0x0019, name: 'payload_type', least: 1, most: 1 },
  { tag: 0x001d, name: 'additional_status_info_text', least: 1, most: 256 },
  { tag: 0x001e, name: 'receipted_message_id', least: 1, most: 65 },
  { tag: 0x0030, name: 'ms_msg_wait_facilities', least: 1, most: 1 },
  { tag: 0x0201, name: 'privacy_indicator', least: 1, most: 1 },
  { tag: 0x0202, name: 'source_subaddress', least: 2, most: 23 },
  { tag: 0x0203, name: 'dest_subaddress', least: 2, most: 23 },
  { tag: 0x0204, name: 'user_message_reference', least: 2, most: 2 },
  { tag: 0x0205, name: 'user_response_code', least: 1, most: 1 },
  { tag: 0x020a, name: 'source_port', least: 2, most: 2 },
  { tag: 0x020b, name: 'destination_port', least: 2, most: 2 },
  { tag: 0x020c, name: 'sar_msg_ref_num', least: 2, most: 2 },
  { tag: 0x020d, name: 'language_indicator', least: 1, most: 1 },
  { tag: 0x020e, name: 'sar_total_segments', least: 1, most: 1 },
  { tag: 0x020f, name: 'sar_segment_seqnum', least: 1, most: 1 },
  { tag: 0x0210, name: 'sc_interface_version', least: 1, most: 1 },
  { tag: 0x0302, name: 'callback_num_pres_ind', least: 1, most: 1 },
  { tag: 0x0303, name: 'callback_num_atag', least: 0, most: 65 },
  { tag: 0x0304, name: 'number_of_messages', least: 1, most: 1 },
  { tag: 0x0381, name: 'callback_num', least: 4, most: 19 },
  { tag: 0x0420, name: 'dpf_result', least: 1, most: 1 },
  { tag: 0x0421, name: 'set_dpf', least: 1, most: 1 },
  { tag: 0x0422, name: 'ms_availability_status', least: 1, most: 1 },
  { tag: 0x0423, name: 'network_error_code', least: 3, most: 3 },
  { tag: 0x0424, name: 'message_payload', least: 0, most: any },
  { tag: 0x0425, name: 'delivery_failure_reason', least: 1, most: 1 },
  { tag: 0x0426, name: 'more_messages_to_send', least: 1, most: 1 },
  { tag: 0x0427, name: 'message_state', least: 1, most: 1 },
  { tag: 0x0501, name: 'ussd_service_op', least: 1, most: 1 },
  { tag: 0x1201, name: 'display_time', least: 1, most: 1 },
  { tag: 0x1203, name: 'sms_signal', least: 2, most: 2 },
  { tag: 0x1204, name: 'ms_validity', least: 1, most: 1 },
  { tag: 0x130c, name: 'alert_on_message_delivery', least: 0, most: 0 },
  { tag: 0x1380, name: 'its_reply_type', least: 1, most: 1 },
  { tag: 0x1383, name: 'its_session_info', least: 2, most: 2 },
] as const satisfies readonly TlvRow[]

export type TlvName = (typeof tlvRows)[number]['name']
