import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/jar-url-absolute'],
  title: 'names the package relative to the descriptor',
  descriptor: (attributes, { request }) =>
    changeValue(attributes, 'MIDlet-Jar-URL', (url) => relate(url, new URL(request.url))),
})

/** By folders in common, so that it leads to the same place from wherever the descriptor is. */
function relate(url: string, { origin, pathname }: URL): string {
  const from = `${origin}${pathname}`.split('/')
  const to = url.split('/')
  const parting = from.findIndex((segment, index) => segment !== to[index])
  return [...from.slice(parting + 1).map(() => '..'), ...to.slice(parting)].join('/')
}
