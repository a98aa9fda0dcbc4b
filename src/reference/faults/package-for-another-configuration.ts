import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['package/profile-equals-descriptor', 'descriptor/fits-the-phone'],
  title: 'states another configuration in the descriptor than in the package',
  descriptor: (attributes) =>
    changeValue(attributes, 'MicroEdition-Configuration', (name) =>
      name === 'CLDC-1.0' ? 'CLDC-1.1' : 'CLDC-1.0',
    ),
})
