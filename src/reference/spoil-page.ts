import { spoil } from './fault.ts'
import type { Fault } from './fault.ts'
import { withBody } from './respond.ts'

/** Changes the text of pages; a compiled deck, which is no text, stays as it is. */
export function spoilPage(
  change: (text: string) => string | Uint8Array<ArrayBuffer>,
): NonNullable<Fault['answer']> {
  return spoil('page', async (response) => {
    const isText = !/wmlc/.test(response.headers.get('Content-Type') ?? '')
    return isText ? withBody(response, change(await response.clone().text())) : response
  })
}
