/** Writes `_setup.xml` documents (MSDN, Install, FileOperation and Registry configuration service providers). */
import { formatMarkup } from '../../wire/markup.ts'
import type { MarkupElement } from '../../wire/markup.ts'
import type { InstallCabSpec, NumberedFile } from './install-cab-spec.ts'

export function writeSetupDocument(
  agreed: InstallCabSpec,
  numbered: readonly NumberedFile[],
): Uint8Array {
  const { settings = [], setupSays = {} } = agreed
  const spec = { ...agreed, ...setupSays }
  const { members = {} } = setupSays
  const files = numbered.map((file) => ({ ...file, member: members[file.name] ?? file.member }))
  const root = {
    name: 'wap-provisioningdoc',
    attributes: [],
    content: [
      writeInstall(spec, files),
      ...settings.map((type) => characteristic(type, [])),
      writeOperations(spec, files),
      writeRegistry(spec),
    ],
  }
  return new TextEncoder().encode(formatMarkup(root))
}

/** Longest `AppName`. */
const appNameMax = 70

function writeInstall(spec: InstallCabSpec, files: readonly NumberedFile[]): MarkupElement {
  const { architecture, buildMin = 0, buildMax = 0, registry = [], links = [] } = spec
  const folders = new Set([spec.installFolder, ...files.flatMap(({ folder }) => folder ?? [])])
  const keys = new Set(registry.map(({ root, key }) => `${root}\\${key}`))
  const builds = [
    parm('BuildNumberMin', String(buildMin | 0)),
    parm('BuildNumberMax', String(buildMax | 0)),
  ]
  return characteristic('Install', [
    parm('InstallPhase', 'install'),
    ...(architecture === 0 ? [] : [parm('ProcessorType', String(architecture))]),
    ...(spec.versionMin === undefined ? [] : [parm('OSVersionMin', spec.versionMin)]),
    ...(spec.versionMax === undefined ? [] : [parm('OSVersionMax', spec.versionMax)]),
    ...(buildMin === 0 && buildMax === 0 ? [] : builds),
    parm('AppName', `${spec.provider} ${spec.name}`.slice(0, appNameMax)),
    translated(parm('InstallDir', spec.installFolder)),
    parm('NumDirs', String(folders.size)),
    parm('NumFiles', String(spec.setupSays?.fileCount ?? files.length)),
    parm('NumRegKeys', String(keys.size)),
    parm('NumRegVals', String(registry.length)),
    parm('NumShortcuts', String(links.length)),
    ...(spec.setupDll === undefined ? [] : [parm('SetupDLL', '000setup.999')]),
  ])
}

function writeOperations(spec: InstallCabSpec, files: readonly NumberedFile[]): MarkupElement {
  const folderOf = ({ folder = spec.installFolder }: NumberedFile) =>
    folder === spec.installFolder ? '%InstallDir%' : folder
  const folders = [...new Set(files.map(folderOf))]
  const targetOf = (name: string) => {
    const file = files.find((candidate) => candidate.name === name)
    return file === undefined ? name : `${folderOf(file)}\\${name}`
  }
  return characteristic('FileOperation', [
    ...folders.map((folder) =>
      translated(
        characteristic(folder, [
          characteristic('MakeDir', []),
          ...files.filter((file) => folderOf(file) === folder).map(writeFile),
        ]),
      ),
    ),
    ...(spec.links ?? []).map(({ name, base, to }) => {
      const shortcut = characteristic('Shortcut', [translated(parm('Source', targetOf(to)))])
      return translated(
        characteristic(`%CE${base}%`, [translated(characteristic(name, [shortcut]))]),
      )
    }),
  ])
}

function writeFile({ name, member }: NumberedFile): MarkupElement {
  const extract = characteristic('Extract', [parm('Source', member)])
  return translated(characteristic(name, [extract]))
}

function writeRegistry({ registry = [] }: InstallCabSpec): MarkupElement {
  return characteristic(
    'Registry',
    registry.map(({ root, key, name, value }) =>
      characteristic(`${root}\\${key}`, [
        withAttribute(
          parm(name, String(value)),
          'datatype',
          typeof value === 'number' ? 'integer' : 'string',
        ),
      ]),
    ),
  )
}

function characteristic(type: string, content: readonly MarkupElement[]): MarkupElement {
  return { name: 'characteristic', attributes: [{ name: 'type', value: type }], content }
}

function parm(name: string, value: string): MarkupElement {
  const attributes = [
    { name: 'name', value: name },
    { name: 'value', value },
  ]
  return { name: 'parm', attributes, content: [] }
}

/** `%CE1%` and `%InstallDir%` in it are replaced. */
function translated(element: MarkupElement): MarkupElement {
  return withAttribute(element, 'translation', 'install')
}

function withAttribute(element: MarkupElement, name: string, value: string): MarkupElement {
  return { ...element, attributes: [...element.attributes, { name, value }] }
}
