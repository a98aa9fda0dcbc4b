import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['download/elements-once'],
  title: 'writes the installNotifyURI of download descriptors twice',
  downloadOctets: (octets) =>
    new TextEncoder().encode(
      new TextDecoder()
        .decode(octets)
        .replace(/<installNotifyURI>.*<\/installNotifyURI>/, (element) => element + element),
    ),
})
