import { fromPromise } from 'xstate'
import type { Received } from '../behaviour.ts'
import type { CarryOrder } from '../arrival.ts'
import type { Phone } from '../phone.ts'

export interface CarryInput {
  readonly phone: Phone
  readonly order: CarryOrder
}

/** The one effect of the machines: a request goes out, an outcome comes back, virtual time passes between. */
export const carryRequest = fromPromise<Received, CarryInput>(({ input, signal }) =>
  input.phone.radio.carry(input.order, signal),
)
