/** What a UAProf document says that says nothing. */
import type { UaProf } from '../../src/wire/uaprof.ts'

export const nothing: UaProf = {
  vendor: undefined,
  model: undefined,
  screen: undefined,
  javaPlatforms: [],
  accept: [],
  osName: undefined,
  osVersion: undefined,
  wmlDeckSize: undefined,
  pushAccept: [],
  pushMsgSize: undefined,
}
