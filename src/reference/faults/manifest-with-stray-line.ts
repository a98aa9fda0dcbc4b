import { defineFault } from '../fault.ts'
import { editText } from '../octet-edits.ts'

export default defineFault({
  breaks: ['package/manifest-valid'],
  title: 'packs a manifest with a line that is no attribute',
  suite: (spec) => ({
    ...spec,
    entries: (entries) =>
      entries.map((entry) =>
        entry.path === 'META-INF/MANIFEST.MF'
          ? {
              ...entry,
              octets: editText(entry.octets, (text) =>
                text.replace('MicroEdition-', 'Packed by hand\r\nMicroEdition-'),
              ),
            }
          : entry,
      ),
  }),
})
