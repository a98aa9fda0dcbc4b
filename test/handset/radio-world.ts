/** A radio over a literal target and a virtual clock. */
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import type { CarryOrder } from '../../src/handset/arrival.ts'
import type { Received } from '../../src/handset/behaviour.ts'
import { createInFlight } from '../../src/handset/in-flight.ts'
import type { Act } from '../../src/handset/interference.ts'
import { createRadio } from '../../src/handset/radio.ts'
import type { RadioParts } from '../../src/handset/radio.ts'
import { createRecorder } from '../../src/handset/recorder.ts'
import type { EventOf } from '../../src/trace/events.ts'
import { createLiteralHttp } from './literal-http.ts'
import type { LiteralAnswer } from './literal-http.ts'

export const url = 'http://ota.test/demo.jar'
export const body = Uint8Array.from({ length: 900 }, (_, index) => index % 251)
const whole: LiteralAnswer = { status: 200, headers: [['Content-Length', '900']], body }

export const order: CarryOrder = {
  purpose: 'package',
  request: {
    method: 'GET',
    url,
    form: 'origin',
    version: '1.1',
    headers: [],
    framing: 'length',
    connection: 'keep-alive',
  },
  expectedBytes: 900,
  credentials: undefined,
  probe: undefined,
}

/** 600 ms for the round trip, then 1,000 octets a second: the head of 100 octets and the body take a second. */
const radioSpeed = { latencyMs: 600, bytesPerSecond: 1000 }
export const wholeMs = 1600

/** @param answers one for each request, the last for all others; none: the whole package */
export function open(
  answers: LiteralAnswer | readonly LiteralAnswer[] = whole,
  more: Pick<RadioParts, 'feelsPace' | 'onSlow'> = {},
) {
  const left = [answers].flat()
  const clock = new VirtualClock()
  const recorder = createRecorder(() => clock.now())
  const inFlight = createInFlight()
  const http = createLiteralHttp(() => (left.length > 1 ? left.shift() : left[0]) ?? whole)
  const losses: number[] = []
  const radio = createRadio(
    {
      profile: { radio: radioSpeed },
      http,
      clock,
      recorder,
      inFlight,
      isAllowed: (asked) => new URL(asked).host === 'ota.test',
      onFault: (cause) => {
        throw cause
      },
      ...more,
    },
    () => losses.push(clock.now()),
  )
  const send = (wanted: CarryOrder) => {
    const told = Promise.withResolvers<Received>()
    return { received: told.promise, breakOff: radio.carry(wanted, told.resolve) }
  }
  return {
    clock,
    http,
    radio,
    inFlight,
    losses,
    strike: (act: Act) => radio.interfere({ on: 'package', from: 1, to: 1, act }),
    /** An exchange that can be broken off. */
    send,
    /** The exchange, with time running until it is over. */
    async carry(change: Partial<CarryOrder> = {}): Promise<Received> {
      const { received } = send({ ...order, ...change })
      await settle()
      while (clock.step()) await settle()
      return received
    },
    exchanges: () =>
      recorder.trace.events.filter(
        (event): event is EventOf<'http.exchanged'> => event.type === 'http.exchanged',
      ),
  }
}

/** Promises on their way come to their ends. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
