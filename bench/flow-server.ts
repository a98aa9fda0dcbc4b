/** A bare server on loopback for flow benchmarks, in a process of its own: descriptor, 60 KB package, report. */
import { createServer } from 'node:http'
import { buildBenchSuite } from './suite.ts'

const { jar, attributesAt } = buildBenchSuite()

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    request.resume()
    request.on('end', () => response.writeHead(200, { 'content-length': '0' }).end())
    return
  }
  if (request.url === '/demo.jar') {
    response
      .writeHead(200, { 'content-type': 'application/java-archive', 'content-length': jar.length })
      .end(jar)
    return
  }
  const descriptor = attributesAt(`http://${request.headers.host}`)
  response
    .writeHead(200, {
      'content-type': 'text/vnd.sun.j2me.app-descriptor',
      'content-length': descriptor.length,
    })
    .end(descriptor)
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) process.send?.({ port: address.port })
})
process.on('disconnect', () => process.exit(0))
