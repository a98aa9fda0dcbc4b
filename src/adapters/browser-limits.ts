/** Bounds of pages in a browser. */
export interface BrowserLimits {
  /** Real time until the browser is there. */
  readonly launchMsMax: number
  /** Real time of one page. */
  readonly renderMsMax: number
  /** Of the page's own time: what its timers do later is not waited for. */
  readonly pageTimersMs: number
  readonly screenshotBytesMax: number
  readonly screenshotMsMax: number
  /** Requests of one page; then it is taken as it is. */
  readonly requestsMax: number
  /** URLs that are told of those that nobody was asked for. */
  readonly unaskedMax: number
}

export const browserLimits: BrowserLimits = {
  launchMsMax: 30_000,
  renderMsMax: 30_000,
  pageTimersMs: 10_000,
  screenshotBytesMax: 524_288,
  screenshotMsMax: 5_000,
  requestsMax: 300,
  unaskedMax: 50,
}
