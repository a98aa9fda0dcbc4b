import { expect, test } from 'vitest'
import { parseRefresh } from '../../../src/wire/page/refresh.ts'

test.each([
  ['5;url=/next', { seconds: 5, href: '/next' }],
  ['5; URL = /next', { seconds: 5, href: '/next' }],
  ["0;url='/next page'", { seconds: 0, href: '/next page' }],
  ['3;url="/next"rest', { seconds: 3, href: '/next' }],
  ['3;url="/next', { seconds: 3, href: '/next' }],
  ['1.5;/next', { seconds: 1, href: '/next' }],
  ['2,url=/next', { seconds: 2, href: '/next' }],
  ['5', undefined],
  ['5;', undefined],
  ['url=/next', undefined],
  ['', undefined],
  ['9999999999;url=/next', undefined],
])('%s goes on to %j', (content, refresh) => {
  expect(parseRefresh(content)).toEqual(refresh)
})
