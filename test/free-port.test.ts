import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { findFreePort } from './free-port.ts'

test('no port is told twice, and none that a system hands to whoever names none', async () => {
  const ports: number[] = []
  for (let count = 0; count < 20; count += 1) ports.push(await findFreePort())
  expect(new Set(ports).size).toBe(20)
  expect(ports.every((port) => port >= 20_000 && port < 32_000)).toBe(true)
})

test('a port that somebody listens on is passed over', async () => {
  const taken = createServer().listen((await findFreePort()) + 1, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  expect(address).not.toMatchObject({ port: await findFreePort() })
  taken.close()
})
