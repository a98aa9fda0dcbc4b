import { formatHar } from '../../trace/har.ts'
import { defineReporter } from '../reporter.ts'

export default defineReporter({
  title: 'every exchange, for HTTP tools that read HAR 1.2',
  extension: '.har',
  render: ({ traces }) => `${JSON.stringify(formatHar([...traces.values()]), undefined, 2)}\n`,
})
