/**
 * What an exchange is for. `page-part` is what belongs to a page, such as its scripts and pictures; `object` is what a download
 * descriptor describes, `next-page` the page that it offers in the end;
 * with `contact` a client that was installed, not the phone, says that it is there.
 */
export const purposes = [
  'descriptor',
  'package',
  'page-part',
  'object',
  'next-page',
  'install-report',
  'delete-report',
  'download-report',
  'contact',
] as const

export type Purpose = (typeof purposes)[number]
