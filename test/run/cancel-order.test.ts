/** An order is cancelled by the verb of the target file; `test/cli/reference-pushes.test.ts` plays it on a server. */
import { expect, test } from 'vitest'
import { cancelOrder } from '../../src/run/cancel-order.ts'
import { parseTarget } from '../../src/target/target.ts'
import { createVerbs } from '../../src/target/verbs/verbs.ts'

/** @returns what came of it, and what the program was told that ends with this code */
async function cancelBy(verb: string, link: string | undefined, code = 0) {
  const text = `links: { demo: "http://ota.test/a" }\nverbs: { ${verb} }`
  const target = parseTarget(text, 'conf/target.yaml')
  const asked: (readonly string[])[] = []
  const nobody = () => Promise.reject(new TypeError('nobody asks so'))
  const ports = {
    http: { ask: nobody },
    program: {
      async run({ words }: { readonly words: readonly string[] }) {
        asked.push(words)
        return { kind: 'ended', code, output: new Uint8Array() } as const
      },
    },
    person: { ask: nobody },
  }
  const verbs = createVerbs(target.verbs ?? { by: {}, folder: '' }, ports, undefined)
  const order = { app: 'demo', to: '+9991', link }
  return { outcome: await cancelOrder(order, { target, verbs, care: verbs }), asked }
}

const whole = 'cancel: { exec: [./c, "${app}", "${link}", "${handset.msisdn}", "${ticket.link}"] }'

test('the target is told which order is meant, in every way that it may know it by', async () => {
  expect(await cancelBy(whole, 'http://ota.test/t/5')).toEqual({
    outcome: { kind: 'cancelled' },
    asked: [['./c', 'demo', 'http://ota.test/a', '+9991', 'http://ota.test/t/5']],
  })
})

test('an order whose link nobody has yet is cancelled by the number', async () => {
  expect(await cancelBy('cancel: { exec: [./c, "${handset.msisdn}"] }', undefined)).toEqual({
    outcome: { kind: 'cancelled' },
    asked: [['./c', '+9991']],
  })
  expect(await cancelBy(whole, undefined)).toEqual({
    outcome: {
      kind: 'not cancelled',
      reason: 'the phone has not got the link yet that verbs.cancel is to name (${ticket.link})',
    },
    asked: [],
  })
})

test.each([
  [whole, 1, 'the target did not cancel the order: ./c ended with 1 (verbs.cancel)'],
  [
    'reset: { exec: [./r] }',
    0,
    'the target cannot be asked to cancel an order: add verbs.cancel to the target file',
  ],
])('why it is not cancelled is told: %s', async (verb, code, reason) => {
  const { outcome } = await cancelBy(verb, 'http://ota.test/t/5', code)
  expect(outcome).toEqual({ kind: 'not cancelled', reason })
})
