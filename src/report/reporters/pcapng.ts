import { formatPcapng } from '../../trace/pcapng.ts'
import { defineReporter } from '../reporter.ts'

export default defineReporter({
  title: 'every exchange as packets, for Wireshark and other readers of capture files',
  extension: '.pcapng',
  binary: true,
  render: ({ traces }) => formatPcapng([...traces.values()]),
})
