import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/update/same-place.ts'
import { base, toldOfLinks, updated } from './update-trace.ts'

const jar = 'http://ota.test/demo.jar'
const jad = 'http://ota.test/demo.jad'
const descriptorKept = `pass: the descriptor of the update is at ${jad}`

describe('the place of an update', () => {
  it('may differ in the query and in a port that goes without saying', () => {
    const values = { 'MIDlet-Jar-URL': 'http://ota.test:80/demo.jar?visit=7' }
    expect(toldOfLinks(check, [base, updated(values)])).toEqual([descriptorKept])
  })

  it.each([
    'http://ota.test/2/demo.jar',
    'http://ota.test:8080/demo.jar',
    'https://ota.test/demo.jar',
    'http://cdn.test/demo.jar',
    'http://ota.test/Demo.jar',
  ])('is not another for the package: %s', (url) => {
    expect(toldOfLinks(check, [base, updated({ 'MIDlet-Jar-URL': `${url}?build=2` })])).toEqual([
      `fail: Unexpected package at ${url}, expected ${jar}.`,
    ])
  })

  it('is not another for the descriptor, as after a redirect', () => {
    const redirected = { ...updated(), url: 'http://ota.test/2/demo.jad' }
    expect(toldOfLinks(check, [base, redirected])).toEqual([
      `fail: Unexpected descriptor at http://ota.test/2/demo.jad, expected ${jad}.`,
    ])
  })

  it('is kept as far as the link promises it', () => {
    const packageMoved = { 'MIDlet-Jar-URL': 'http://ota.test/next/demo.jar' }
    const told = (link: string, values = {}) => toldOfLinks(check, [base, { link, values }])
    expect(told('updated-package-elsewhere', packageMoved)).toEqual([descriptorKept])
    expect(told('updated-descriptor-elsewhere')).toEqual([
      `pass: the package of the update is at ${jar}`,
    ])
    expect(told('updated-descriptor-elsewhere', packageMoved)).toEqual([
      `fail: Unexpected package at http://ota.test/next/demo.jar, expected ${jar}.`,
    ])
    expect(told('updated-elsewhere', packageMoved)).toEqual([
      'not-applicable: no descriptor of a suite and of its update, as the target file names them, were both sent',
    ])
  })
})
