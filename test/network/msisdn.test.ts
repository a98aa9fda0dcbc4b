import { expect, test } from 'vitest'
import { normalMsisdn } from '../../src/network/msisdn.ts'

test.each(['+358401234567', '00358401234567', '358401234567', '+358 (40) 123-45.67'])(
  '%s is one number',
  (number) => {
    expect(normalMsisdn(number)).toBe('358401234567')
  },
)
