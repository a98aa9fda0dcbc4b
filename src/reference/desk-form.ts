/** What the desks of this server have in common: a form comes in, a sentence goes out, and only whoever sits at the machine is served. */
import type { FaultContext } from './fault.ts'

const loopback: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

export function isAtTheMachine({ hostname }: URL): boolean {
  return loopback.includes(hostname)
}

const numberPattern = /^\+?\d{3,15}$/

export function isNumber(text: string | undefined): text is string {
  return text !== undefined && numberPattern.test(text)
}

/** What is said to whoever fills in a form wrongly. */
export const wrongFields = {
  to: 'to is the number of a phone, e.g. +358401234567 (+ is %2B in a form).',
  app: 'app is the name of a link.',
  offer: 'app is the name of a link that leads to a descriptor or a client.',
} as const

/** The fields of a form by name; one that is empty was not filled in. */
export function readForm({
  body,
}: Pick<FaultContext, 'body'>): (name: string) => string | undefined {
  const form = new URLSearchParams(new TextDecoder().decode(body))
  return (name) => form.get(name) || undefined
}
