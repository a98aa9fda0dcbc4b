/** The desk at which a newer version is published: a POST with the `app` it is of. For those alone who sit at the machine. */
import { readForm } from './desk-form.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { offerNamed } from './offers.ts'
import { say } from './respond.ts'
import { demoSuite } from './suites.ts'

export const publishDeskPath = '/admin/publish'

export function answerPublishDesk(desk: Desk, context: FaultContext): Answered {
  const app = readForm(context)('app') ?? 'demo'
  const response = publish(desk, app)
    ? say(200, `${app} leads to the newer version.`)
    : say(400, 'app is demo, or client.')
  return { response, context }
}

/** @returns false where there is no newer version of what the link leads to */
export function publish({ clientShelf, shelf }: Desk, app: string): boolean {
  if (app !== 'client' && offerNamed(app)?.suite !== demoSuite) return false
  const where = app === 'client' ? clientShelf : shelf
  where.publish()
  return true
}
