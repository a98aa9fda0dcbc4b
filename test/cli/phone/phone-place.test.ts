import { homedir } from 'node:os'
import { expect, test } from 'vitest'
import { phonePlace } from '../../../src/cli/phone/phone-place.ts'

const atHome = `${homedir()}/.local/share/ota-handset/phone.sqlite`

test.each([
  [
    'in the data directory of the user',
    { XDG_DATA_HOME: '/data' },
    '/data/ota-handset/phone.sqlite',
  ],
  ['below home where none is set', {}, atHome],
  ['below home where it is empty', { XDG_DATA_HOME: '' }, atHome],
  ['below home where it is relative, which is to be ignored', { XDG_DATA_HOME: 'data' }, atHome],
])('a phone lies %s', (_, environment, place) => {
  expect(phonePlace(environment)).toBe(place)
})
