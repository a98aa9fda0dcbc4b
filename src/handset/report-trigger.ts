/** What can make a report due. */
export type ReportTrigger =
  | { readonly kind: 'report queued' }
  | { readonly kind: 'install begins' }
  | { readonly kind: 'suite started'; readonly suiteId: string }
  | { readonly kind: 'suite removed' }
  | { readonly kind: 'coverage regained' }
