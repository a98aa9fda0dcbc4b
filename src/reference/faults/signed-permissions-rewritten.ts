import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['signed/attributes-equal-manifest'],
  title: 'asks for more in the descriptor of a signed suite than in its manifest',
  descriptor: (attributes) =>
    changeValue(
      attributes,
      'MIDlet-Permissions',
      (names) => `${names}, javax.microedition.io.Connector.comm`,
    ),
})
