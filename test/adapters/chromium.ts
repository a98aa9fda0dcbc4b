/** Is there a browser on this machine for tests of pages with scripts? `.ci/run` installs one. */
import { findChromium, usualSearch } from '../../src/adapters/find-chromium.ts'

const found = await findChromium(usualSearch())

export const hasChromium = found.kind === 'found'
/** For the name of what is skipped where there is none. */
export const withoutChromium = hasChromium ? '' : ' (skipped: no Chromium here)'
