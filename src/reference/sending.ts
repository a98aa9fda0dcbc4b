/** Responses of which the server wants to know whether they were sent to their last octet. */
const wanted = new WeakMap<Response, () => void>()

export function whenSent(response: Response, act: () => void): Response {
  wanted.set(response, act)
  return response
}

/** A fault may have put another response in the place of the one that was meant. */
export function passOn(meant: Response, answer: Response): Response {
  const act = wanted.get(meant)
  return act === undefined || !answer.ok ? answer : whenSent(answer, act)
}

/** None: nobody wants to know. */
export function sentAct(response: Response): (() => void) | undefined {
  return wanted.get(response)
}
