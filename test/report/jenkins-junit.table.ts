/**
 * The rules of Jenkins' JUnit schema: jenkinsci/xunit-plugin,
 * src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd. Facts of the schema, one row an element.
 */
export interface ElementRule {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  readonly children: readonly string[]
  /** May hold text. */
  readonly mixed: boolean
}

const outcome: ElementRule = {
  required: [],
  optional: ['type', 'message'],
  children: [],
  mixed: true,
}
const output: ElementRule = { required: [], optional: [], children: [], mixed: true }

export const junitRules: Readonly<Record<string, ElementRule>> = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'errors'],
    children: ['testsuite'],
    mixed: false,
  },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: 'group time skipped timestamp hostname id package file log url'.split(' '),
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
    mixed: false,
  },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    mixed: false,
  },
  properties: { required: [], optional: [], children: ['property'], mixed: false },
  property: { required: ['name', 'value'], optional: [], children: [], mixed: false },
  failure: outcome,
  error: outcome,
  skipped: outcome,
  'system-out': output,
  'system-err': output,
}

/** `SUREFIRE_TIME`, the type of `time` on suites. */
export const surefireTime = /^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$/
