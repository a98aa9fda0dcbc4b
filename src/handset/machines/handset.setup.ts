/** What the names in the handset's chart mean. */
import { cancel, enqueueActions, raise, sendTo, setup } from 'xstate'
import type { Received } from '../behaviour.ts'
import type { ReportTrigger } from '../report-trigger.ts'
import { leavingFacts, queueOutcomeReport, settleDeadEnd, settleInstall } from '../rules/outcome.ts'
import type { InstallResult } from '../rules/attempt.ts'
import { isInstallable, judgeFind, judgeRendered } from '../rules/find.ts'
import {
  isBeyond,
  pageFact,
  pageQuestion,
  refreshOf,
  turnPage,
  wayOf,
} from '../rules/page-turns.ts'
import { addOffer, openMessage, settleTaken, takeMessage } from '../rules/message-arrival.ts'
import * as contact from '../rules/contact.ts'
import type { ContactHeard } from '../rules/contact.ts'
import * as delivery from '../rules/delivery.ts'
import { findBroken, mindDownload } from '../rules/resumption.ts'
import { addDue, dueNow } from '../rules/reports.ts'
import * as transaction from '../rules/transaction.ts'
import type { Phone } from '../phone.ts'
import { appManagerMachine } from './app-manager.machine.ts'
import { connectClient, renderPage, sendRequest } from './effects.ts'
import type { PageCame } from './effects.ts'
import type { HandsetContext } from './handset-context.ts'
import type {
  ClientStarted,
  HandsetEvent,
  MessageArrived,
  MessageChosen,
  SuiteChosen,
} from './handset-events.ts'
import { linkOf } from './events.ts'
import type { DownloadWanted, LinkOpened, UserEvent } from './events.ts'
import { isAccepted } from './questions.ts'
import { installerMachine } from './installer.machine.ts'
import { retrievalMachine } from './retrieval.machine.ts'
import type { Retrieved } from './retrieval.setup.ts'
import { renderOrder } from './handset-inputs.ts'
import { note } from './note.ts'
import { tell, tellAll } from './tell.ts'

const pageTimer = 'page-refresh'
const newReports: ReportTrigger = { kind: 'report queued' }

/** Who tells of reports. */
const courier = 'report-delivery'

export const handsetSetup = setup({
  types: {
    context: {} as HandsetContext,
    input: {} as { readonly phone: Phone },
    events: {} as HandsetEvent,
    children: {} as {
      discovery: 'retrieval'
      retrieval: 'retrieval'
      installer: 'installer'
      'app-manager': 'appManager'
    },
  },
  actors: {
    installer: installerMachine,
    retrieval: retrievalMachine,
    appManager: appManagerMachine,
  },
  guards: {
    'the link led somewhere': ({ context: { phone } }, retrieved: Retrieved) =>
      isInstallable(judgeFind(phone, retrieved)),
    'it is a page that leads on': ({ context }, retrieved: Retrieved) => {
      const find = judgeFind(context.phone, retrieved)
      return find.kind === 'page' && !isBeyond(context, context.phone.behaviour.browser)
    },
    'it was a download': (_, result: InstallResult) => result.download !== undefined,
    'the object may be installed': ({ context }) => transaction.objectAsFind(context) !== undefined,
    'the object may be used': ({ context }) => transaction.usableObject(context) !== undefined,
    'the download is over': ({ context }) => transaction.isOver(context),
    'a page is named': ({ context }) => transaction.namesPage(context),
    'a page is to follow': ({ context }) => transaction.nextPage(context) !== undefined,
    'the user agrees': (_, event: UserEvent) => isAccepted(event),
    'its scripts are to be run': ({ context: { phone } }, retrieved: Retrieved) =>
      judgeFind(phone, retrieved).kind === 'raw page',
    'what it shows leads on': ({ context }, { outcome }: PageCame) => {
      const { kind } = judgeRendered(context.phone, context.find, outcome)
      return kind === 'page' && !isBeyond(context, context.phone.behaviour.browser)
    },
    'the user goes on': ({ context: { find } }, event: UserEvent) =>
      wayOf(find, event) !== undefined,
    'it can go on': ({ context: { phone } }, { url }: DownloadWanted) =>
      findBroken(phone.storage.read(), url) !== undefined,
    'it is to be launched': (_, choice: SuiteChosen) => choice.for === 'launch',
    'the installer waits': (_, trigger: ReportTrigger) => trigger.kind === 'install begins',
    'it has a server': ({ context: { phone } }, { suite }: ClientStarted) =>
      phone.clients(suite) !== undefined,
    'a client is to connect': ({ context: { running } }) => running.length > 0,
    'it had no coverage': ({ context }, heard: ContactHeard) =>
      contact.contactFact(context, heard).outcome === 'no-coverage',
    'there is coverage': ({ context }) => context.phone.radio.covered,
    'another is due': ({ context }) => context.due.length > 0,
    'the installer waits for it': ({ context }) => context.installerWaits,
    'it is delivered': ({ context }, received: Received) => delivery.isDelivered(context, received),
    'it is sent again at once': ({ context }, received: Received) =>
      delivery.isRepeated(context, received),
    'attempts are used up': ({ context }) => delivery.isUsedUp(context),
    'the schedule has another': ({ context }) => delivery.nextDelay(context) !== undefined,
    'a link is to be shown': ({ context }) => context.offers.length > 0,
    'a link does not wait': ({ context: { offers } }) =>
      offers[0]?.signal === 'high' || offers[0]?.signal === 'low',
    'something can be sent': ({ context: { phone } }, trigger: ReportTrigger) =>
      dueNow(phone, trigger).length > 0 && phone.radio.covered,
  },
  delays: { 'by schedule': ({ context }) => delivery.nextDelay(context) ?? 0 },
  actions: {
    'note the link': note((_, event: LinkOpened) => ({
      ...linkOf(event),
      broken: undefined,
      transaction: undefined,
      pages: 0,
      nextPages: 0,
    })),
    'note what goes on': note(({ context: { phone } }, { url }: DownloadWanted) => ({
      ...linkOf({ type: 'link.opened', url }),
      broken: findBroken(phone.storage.read(), url),
      transaction: undefined,
      pages: 0,
      nextPages: 0,
    })),
    'tell that it goes on': tell(({ context: { url, broken } }) => ({
      type: 'download.resumed',
      url,
      octets: broken?.octets.length ?? 0,
    })),
    'mind the download': ({ context }, retrieved: Retrieved) => mindDownload(context, retrieved),
    'note what was found': note(({ context: { phone } }, retrieved: Retrieved) => ({
      find: judgeFind(phone, retrieved),
      credentials: retrieved.credentials,
    })),
    'have the page rendered': ({ context, self }) =>
      renderPage(context.phone, renderOrder(context), self),
    'stop the browser': ({ context }) => context.phone.renderer?.stop(),
    'note what it shows': note(({ context: { phone, find } }, { outcome }: PageCame) => ({
      find: judgeRendered(phone, find, outcome),
    })),
    'tell that the page is dead': tell(
      ({ context: { phone, find, url, origin } }, { outcome }: PageCame) =>
        settleDeadEnd(judgeRendered(phone, find, outcome), { url, origin }),
    ),
    'find what is due': note(({ context }, trigger: ReportTrigger) => ({
      due: addDue(context.phone, context.due, trigger),
      installerWaits: context.installerWaits || trigger.kind === 'install begins',
    })),
    'strike off the first': note(({ context }) => delivery.strikeOff(context)),
    // Counted and saved before the attempt, so that a crash cannot repeat it for ever.
    'save the attempt': ({ context }) => delivery.saveAttempt(context),
    'send the report': ({ context, self }) =>
      sendRequest(context.phone.radio, delivery.makeOrder(context), self),
    'count the attempt': note(({ context: { retries } }) => ({
      retries: retries + 1,
      repeats: 0,
    })),
    'count the repetition': note(({ context: { repeats } }) => ({ repeats: repeats + 1 })),
    'take it off the queue': ({ context }) => delivery.takeOff(context),
    'tell that it is delivered': tell(({ context }) => delivery.delivered(context), courier),
    'tell that it is kept': tell(
      ({ context }, received: Received) => delivery.kept(context, received),
      courier,
    ),
    'tell that it is given up': tell(
      ({ context }, received: Received) => delivery.abandoned(context, received),
      courier,
    ),
    'queue its report': ({ context }, result: InstallResult) =>
      queueOutcomeReport(context.phone, result),
    'note the download': note(({ context: { phone } }, result: InstallResult) => ({
      transaction: transaction.openTransaction(phone, result),
    })),
    'keep the report of the download': ({ context }) => transaction.keepReport(context),
    'tell why there is no object': tellAll((_, result: InstallResult) =>
      transaction.failureFacts(result),
    ),
    'note the answer': note(({ context }, received: Received) =>
      transaction.noteAnswer(context, received),
    ),
    'tell that the object may be used': tellAll(({ context }) => transaction.releaseFacts(context)),
    'take the object for what was found': note(({ context }) => ({
      find: transaction.objectAsFind(context),
    })),
    'store the content': ({ context }) => transaction.storeContent(context),
    'tell that the content is stored': tell(() => transaction.contentStored),
    'tell that the object is lost': tellAll(({ context }) => transaction.discardFacts(context)),
    'offer the next page': tellAll(({ context }) => transaction.nextPageFacts(context)),
    'go to the next page': note(({ context }) => ({
      url: transaction.nextPage(context) ?? context.url,
      origin: 'next-page',
      pages: 0,
      nextPages: context.nextPages + 1,
      transaction: undefined,
    })),
    'want new reports sent': raise({ type: 'reports.wanted', trigger: newReports }),
    'want its reports sent': raise((_, { suite }: SuiteChosen) => ({
      type: 'reports.wanted',
      trigger: { kind: 'suite started', suiteId: suite.id },
    })),
    'want its deletion sent': raise({
      type: 'reports.wanted',
      trigger: { kind: 'suite removed' },
    }),
    'tell the installer': sendTo('installer', { type: 'queue.drained' }),
    'note that nobody waits': note(() => ({ installerWaits: false })),
    'let the installer go on': raise({ type: 'queue.drained' }),
    'pass it to the discovery': sendTo('discovery', (_, event: UserEvent) => event),
    'pass it to the installer': sendTo('installer', (_, event: UserEvent) => event),
    'pass it to the app manager': sendTo('app-manager', (_, event: UserEvent) => event),
    'tell that it is launched': tell((_, { suite }: SuiteChosen) => ({
      type: 'suite.launched',
      suite: suite.subject,
    })),
    'tell that the link was opened': tell(({ context: { url, origin } }) => ({
      type: 'link.opened',
      url,
      ...(origin === 'user' || origin === 'next-page' ? {} : { by: origin }),
    })),
    'tell that the link is dead': tell(
      ({ context: { phone, url, origin } }, retrieved: Retrieved) =>
        settleDeadEnd(judgeFind(phone, retrieved), { url, origin }),
    ),
    'tell of the page': tell(({ context: { find } }) => pageFact(find)),
    'ask where to go': tell(({ context: { find } }) => pageQuestion(find)),
    'let the page go on': enqueueActions(({ context: { find }, enqueue }) => {
      const refresh = refreshOf(find)
      if (refresh === undefined) return
      enqueue.raise({ type: 'page.refreshed' }, { delay: refresh.ms, id: pageTimer })
    }),
    'leave the page': cancel(pageTimer),
    'follow the link of the page': note(({ context }, event: UserEvent) =>
      turnPage(context, wayOf(context.find, event)),
    ),
    'follow the page': note(({ context }) => turnPage(context, refreshOf(context.find)?.url)),
    'tell where it goes on': tell(({ context: { url: to } }) => ({ type: 'page.left', to })),
    'tell that nobody goes on': tell(() => ({ type: 'page.left' })),
    'tell that the user left': tellAll(({ context }) => leavingFacts(context)),
    'take the message': enqueueActions(
      ({ context: { phone }, self, enqueue }, { message }: MessageArrived) => {
        const taken = takeMessage(phone, message)
        enqueue(() => settleTaken(phone, self.id, taken))
        const { offer } = taken
        if (offer === undefined) return
        enqueue.assign({ offers: ({ context }) => addOffer(context.offers, offer) })
      },
    ),
    'show the link': enqueueActions(({ context: { phone, offers }, self, enqueue }) => {
      const [offer, ...others] = offers
      if (offer === undefined) return
      enqueue.assign({ offers: others })
      enqueue(() => phone.tell(self.id, offer))
      if (offer.signal === 'loads')
        enqueue.raise({ type: 'link.opened', url: offer.url, origin: offer.from })
    }),
    'open the message': enqueueActions(
      ({ context: { phone }, self, enqueue }, { id }: MessageChosen) => {
        const opened = openMessage(phone, id)
        enqueue(() => settleTaken(phone, self.id, opened))
        const { url, origin } = opened
        if (url !== undefined) enqueue.raise({ type: 'link.opened', url, origin })
      },
    ),
    'start it': raise((_, { suite }: SuiteChosen) => ({ type: 'client.started', suite })),
    'let it run': note(({ context }, { suite }: ClientStarted) =>
      contact.addRunning(context, suite),
    ),
    'connect it': ({ context, self }) => connectClient(context, self),
    'tell of the contact': tell(
      ({ context }, heard: ContactHeard) => contact.contactFact(context, heard),
      'client',
    ),
    'remember the contact': ({ context }, heard: ContactHeard) => contact.remember(context, heard),
    'note that it has connected': note(({ context }) => contact.firstDone(context)),
    'note which are still there': note(({ context }) => contact.stillThere(context)),
    'tell the outcome': tell((_, result: InstallResult) => settleInstall(result)),
  },
})
