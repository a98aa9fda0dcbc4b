import { defineReporter } from '../reporter.ts'

export default defineReporter({
  title: 'the whole run for programs, as run-report.schema.json describes it',
  extension: '.json',
  render: ({ report }) => `${JSON.stringify(report, undefined, 2)}\n`,
})
