import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['update/stays-signed'],
  title: 'forgets to sign updates',
  descriptor: (attributes, { request }) =>
    new URL(request.url).searchParams.has('build')
      ? attributes.filter(([name]) => !/^MIDlet-(?:Certificate|Jar-RSA)-/.test(name))
      : attributes,
})
