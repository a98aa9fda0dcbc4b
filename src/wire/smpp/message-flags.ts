/** Bits of esm_class and registered_delivery (SMPP 3.4 sections 5.2.12 and 5.2.17). */

/** deliver_sm carries a receipt of the SMSC. */
export const esmReceipt = 0x04
/** deliver_sm carries a notification before the message has come to its end. */
export const esmIntermediate = 0x20
/** The short message begins with a user data header. */
export const esmHeader = 0x40

export interface RegisteredDelivery {
  readonly onSuccess: boolean
  readonly onFailure: boolean
  readonly intermediate: boolean
}

/** `undefined` for a value that is reserved. */
export function readRegisteredDelivery(octet: number): RegisteredDelivery | undefined {
  const receipt = octet & 0x03
  if (receipt === 3 || (octet & 0xe0) !== 0) return undefined
  return {
    onSuccess: receipt === 1,
    onFailure: receipt !== 0,
    intermediate: (octet & 0x10) !== 0,
  }
}
