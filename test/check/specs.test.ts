import { describe, expect, it } from 'vitest'
import { clauses, findClause } from '../../src/check/specs.ts'

describe('the register of clauses', () => {
  it('has each clause once', () => {
    const ids = clauses.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('knows a clause with its document and address', () => {
    expect(findClause('MIDP2-OTA-REP-07')).toEqual({
      id: 'MIDP2-OTA-REP-07',
      document: 'MIDP 2.0, Over The Air User Initiated Provisioning',
      section: 'Status reports',
      level: 'must',
      on: 'server',
      paraphrase: 'A server answers a status report with 200.',
      source: 'http://flanagan.ugr.es/J2ME/MIDP/midpng-javadoc-final/OTASpecification.html',
      reading:
        'No other 2xx status will do, and no report is too odd, too late or too often for it.',
      ambiguity: 'A20',
    })
    expect(findClause('MIDP2-OTA-REP-99')).toBeUndefined()
  })

  it.each([
    ['MIDP2-OTA-GEN', 4],
    ['MIDP2-OTA-DISC', 3],
    ['MIDP2-OTA-JAD', 8],
    ['MIDP2-OTA-NET', 1],
    ['MIDP2-OTA-JAR', 17],
    ['MIDP2-OTA-INST', 3],
    ['MIDP2-OTA-UPD', 10],
    ['MIDP2-OTA-EXEC', 1],
    ['MIDP2-OTA-REM', 4],
    ['MIDP2-OTA-REP', 21],
    ['MIDP2-OTA-HDR', 7],
    ['MIDP2-OTA-COOKIE', 2],
    ['MIDP1-OTA-COOKIE', 1],
    ['MIDP2-WAP', 4],
  ])('has all clauses %s-01 to %i', (family, count) => {
    const expected = Array.from(
      { length: count },
      (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`,
    )
    const found = clauses.map(({ id }) => id).filter((id) => id.startsWith(`${family}-`))
    expect(found.toSorted()).toEqual(expected)
  })

  it('says by which ambiguity a reading was needed, and the other way round', () => {
    const lopsided = clauses.filter(
      ({ reading, ambiguity }) => (reading === undefined) !== (ambiguity === undefined),
    )
    expect(lopsided.map(({ id }) => id)).toEqual([])
  })

  it('paraphrases in whole sentences', () => {
    const broken = clauses.filter(
      ({ paraphrase, reading = 'None.' }) =>
        !/^(?:phoneME|[A-Z]).*\.$/s.test(paraphrase) || !/^[A-Z0-9].*\.$/s.test(reading),
    )
    expect(broken.map(({ id }) => id)).toEqual([])
  })
})
