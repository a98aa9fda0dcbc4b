import { applyChange, emptyFlash } from '../handset/flash.ts'
import type { Flash, FlashChange, Storage } from '../handset/flash.ts'

/** Flash that lasts as long as the process. */
export function createMemoryStorage(capacityBytes: number, begin: Flash = emptyFlash): Storage {
  let flash = begin
  return {
    capacityBytes,
    read: () => flash,
    commit(change: FlashChange) {
      flash = applyChange(flash, change)
    },
  }
}
