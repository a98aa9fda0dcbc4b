import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { smppTurns } from '../../smpp-sessions.ts'

const version34 = 0x34

export default defineCheck({
  level: 'should',
  clause: 'SMPP-INTERFACE-VERSION',
  title: 'A server binds as a client of SMPP 3.4',
  applies: (context) => binds(context).length > 0,
  absent: 'no server bound to the SMSC',
  *judge(context) {
    for (const { turn, interfaceVersion } of binds(context)) {
      if (interfaceVersion === version34) yield pass(turn, 'interface_version was 0x34')
      else {
        yield fail(turn, {
          actual: `interface_version 0x${interfaceVersion.toString(16).padStart(2, '0')}`,
          expected: '0x34',
        })
      }
    }
  },
  explain: `A version below 0x34 tells the centre that it speaks to a client of SMPP 3.3 or earlier, to which it must send no optional parameters: receipts then come without receipted_message_id and message_state. Set interface_version to 0x34.`,
})

function binds({ evidence }: CheckContext) {
  return smppTurns(evidence).flatMap((turn) => {
    const { from, pdu } = turn
    return from === 'server' && 'interfaceVersion' in pdu
      ? [{ turn, interfaceVersion: pdu.interfaceVersion }]
      : []
  })
}
