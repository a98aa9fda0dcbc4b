import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeSetupDocument } from '../../../src/reference/cab/setup-document-writer.ts'
import { readSetupDocument } from '../../../src/wire/cab/setup-document.ts'
import { attempt } from '../attempt.ts'
import { mutationsOf } from '../mutations.ts'
import { demo, text } from './cab-samples.ts'

const document = `<wap-provisioningdoc>
<characteristic type="Install">
<parm name="InstallPhase" value="install" />
<parm name="ProcessorType" value="2577" />
<parm name="OSVersionMin" value="4.2" />
<parm name="OSVersionMax" value="100.0" />
<parm name="BuildNumberMin" value="0" />
<parm name="BuildNumberMax" value="-536870912" />
<parm name="AppName" value="Acme Demo" />
<parm name="InstallDir" value="%CE1%\\Demo" translation="install" />
<parm name="NumDirs" value="2" />
<parm name="NumFiles" value="1" />
<parm name="NumRegKeys" value="1" />
<parm name="NumRegVals" value="1" />
<parm name="NumShortcuts" value="1" />
</characteristic>
<characteristic type="FileOperation">
<characteristic type="%InstallDir%" translation="install">
<characteristic type="MakeDir" />
<characteristic type="Demo.exe" translation="install">
<characteristic type="Extract"><parm name="Source" value="0000DEMO.001" /><parm name="WarnIfSkip" />
</characteristic></characteristic></characteristic>
<characteristic type="%CE11%" translation="install">
<characteristic type="Demo.lnk" translation="install">
<characteristic type="Shortcut"><parm name="Source" value="%InstallDir%\\Demo.exe" translation="install" />
</characteristic></characteristic></characteristic></characteristic>
<characteristic type="Registry">
<characteristic type="HKLM\\Software"><characteristic type="Acme">
<parm name="Level" value="7" datatype="integer" />
</characteristic></characteristic></characteristic>
<characteristic type="BrowserFavorite"><characteristic type="Acme"/></characteristic>
</wap-provisioningdoc>`

const read = (words: string) => readSetupDocument(text(words))

describe('_setup.xml', () => {
  test('tells what a device decides on and what it will do', () => {
    expect(read(document)).toEqual({
      architecture: 2577,
      versionMin: { major: 4, minor: 2 },
      versionMax: { major: 100, minor: 0 },
      buildMin: 0,
      buildMax: 0xe0000000,
      appName: 'Acme Demo',
      installFolder: String.raw`%CE1%\Demo`,
      counts: { directories: 2, files: 1, links: 1 },
      directories: ['%InstallDir%'],
      files: [{ member: '0000DEMO.001', path: String.raw`%InstallDir%\Demo.exe` }],
      links: [{ path: String.raw`%CE11%\Demo.lnk`, target: String.raw`%InstallDir%\Demo.exe` }],
      registry: [{ key: String.raw`HKLM\Software\Acme`, name: 'Level', value: '7' }],
      setupDll: undefined,
      providers: ['BrowserFavorite'],
    })
  })

  test('may say nothing of it, and then asks for nothing', () => {
    expect(read('<wap-provisioningdoc/>')).toEqual({
      architecture: 0,
      versionMin: undefined,
      versionMax: undefined,
      buildMin: 0,
      buildMax: 0,
      appName: undefined,
      installFolder: undefined,
      counts: { directories: undefined, files: undefined, links: undefined },
      directories: [],
      files: [],
      links: [],
      registry: [],
      setupDll: undefined,
      providers: [],
    })
  })

  test.each([
    { written: '5', version: { major: 5, minor: 0 } },
    { written: '4.20', version: { major: 4, minor: 20 } },
    { written: '5.999', version: { major: 5, minor: 999 } },
    { written: '0.0', version: undefined },
    { written: 'new', version: undefined },
  ])('states version $written', ({ written, version }) => {
    const words = `<parm name="osversionmin" value="${written}"/>`
    const whole = `<wap-provisioningdoc><characteristic type="install">${words}</characteristic></wap-provisioningdoc>`
    expect(read(whole).versionMin).toEqual(version)
  })

  test.each([
    ['another document', '<wap/>', 'cab/setup'],
    ['none at all', '', 'wire/markup-not-well-formed'],
    [
      'one that is too deep',
      `<wap-provisioningdoc>${'<characteristic>'.repeat(32)}`,
      'wire/markup-too-large',
    ],
  ])('is not %s', (_, words, code) => {
    expect(attempt(() => read(words))).toMatchObject({ kind: 'refused', code })
  })

  test('of any octets is read or refused', () => {
    const samples = [text(document), writeSetupDocument(demo, [])]
    fc.assert(
      fc.property(mutationsOf(samples), (octets) => {
        attempt(() => readSetupDocument(octets))
      }),
    )
  })
})
