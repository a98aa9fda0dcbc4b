import { expect, test } from 'vitest'
import { HostAddresses, PhoneAddresses } from '../../../src/trace/pcapng/addresses.ts'

test('two phones never share an endpoint, and no connection has the port of another', () => {
  const phones = new PhoneAddresses()
  const [one, another] = [phones.take(), phones.take()]
  expect([one(), one(), another()]).toEqual([
    { address: 0x64400001, port: 1025 },
    { address: 0x64400001, port: 1026 },
    { address: 0x64400002, port: 1025 },
  ])
})

test('a phone that used all its ports goes on with another address', () => {
  const next = new PhoneAddresses().take()
  const seen = new Set<string>()
  for (let count = 0; count < 130_000; count += 1) {
    const { address, port } = next()
    expect(port <= 65_535).toBe(true)
    seen.add(`${address}:${port}`)
  }
  expect(seen.size).toBe(130_000)
})

test('a host by number is itself, a host by name has a number as long as the file', () => {
  const hosts = new HostAddresses()
  expect(
    ['127.0.0.1', 'ota.test', 'b.test', 'ota.test', '1.2.3.256'].map((name) => hosts.find(name)),
  ).toEqual([0x7f000001, 0xc6120001, 0xc6120002, 0xc6120001, 0xc6120003])
  expect([...hosts.names.values()]).toEqual(['ota.test', 'b.test', '1.2.3.256'])
})

test('more than 10000 names share the last number', () => {
  const hosts = new HostAddresses()
  const numbers = Array.from({ length: 10_002 }, (_, index) => hosts.find(`host-${index}`))
  expect(new Set(numbers).size).toBe(10_000)
  expect(hosts.names.size).toBe(10_000)
})
