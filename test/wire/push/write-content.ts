import type { MarkupElement } from '../../../src/wire/markup.ts'
import { writeCacheOperation } from '../../../src/wire/push/cache-operation.ts'
import { writeProvisioning } from '../../../src/wire/push/provisioning.ts'
import type { PushContent } from '../../../src/wire/push/push-content.ts'
import { writeServiceIndication } from '../../../src/wire/push/service-indication.ts'
import { writeServiceLoading } from '../../../src/wire/push/service-loading.ts'

export function writeContent(content: PushContent): MarkupElement {
  switch (content.kind) {
    case 'si':
      return writeServiceIndication(content.indication)
    case 'sl':
      return writeServiceLoading(content.loading)
    case 'co':
      return writeCacheOperation(content.operation)
    case 'cp':
      return writeProvisioning(content.provisioning)
    default:
      return content satisfies never
  }
}
