import { defineFault } from '../fault.ts'

const signatureBytes = 512

/** As long as a signature would be; only its length matters. */
export default defineFault({
  breaks: ['native/unsigned-for-pocket-pc-2003'],
  title: 'gives Pocket PC 2003 the cabinet that is signed',
  clientOctets: (octets, kind) =>
    kind === 'pocket-pc' ? Uint8Array.from([...octets, ...new Uint8Array(signatureBytes)]) : octets,
})
