import { defineFault } from '../fault.ts'
import { demoSuite, packSuite } from '../suites.ts'

/** A new build is published each week. */
const buildMs = 7 * 24 * 3_600_000

const nextBuild = { ...demoSuite, paddingBytes: 50_000 }

export default defineFault({
  breaks: ['session/late-package', 'package/length-equals-jar-size', 'package/content-length'],
  title: 'gives whatever build is newest to phones that hold an old descriptor',
  packageOctets: (octets, { visit, now }) =>
    visit !== undefined && now - visit.openedAt > buildMs
      ? packSuite(nextBuild, undefined)
      : octets,
})
