import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidDescriptor, valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const environment: DescriptorExamination = {
  name: 'runtime environment',
  examine(draft) {
    const wanted = valueIn(draft, 'Runtime-Execution-Environment') ?? ''
    return wanted === '' || wanted === 'MIDP.CLDC'
      ? undefined
      : invalidDescriptor('Runtime-Execution-Environment is not MIDP.CLDC')
  },
}

export default defineQuirk({
  title: 'Refuses a Runtime-Execution-Environment other than MIDP.CLDC.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), checkRuntimeExecutionEnvironment',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, environment),
  }),
})
