import type { AnyStateMachine } from 'xstate'
import { appManagerMachine } from '../src/handset/machines/app-manager.machine.ts'
import { handsetMachine } from '../src/handset/machines/handset.machine.ts'
import { installerMachine } from '../src/handset/machines/installer.machine.ts'
import { retrievalMachine } from '../src/handset/machines/retrieval.machine.ts'

/** Every machine of a handset, as they are drawn and walked. */
export const machines: readonly { readonly name: string; readonly machine: AnyStateMachine }[] = [
  { name: 'handset', machine: handsetMachine },
  { name: 'retrieval', machine: retrievalMachine },
  { name: 'installer', machine: installerMachine },
  { name: 'app-manager', machine: appManagerMachine },
]
