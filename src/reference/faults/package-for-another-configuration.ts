import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['package/profile-equals-descriptor'],
  title: 'states another configuration in the descriptor than in the package',
  descriptor: (attributes, { request }) =>
    // Phones that have no later one are spared: what they can run is for another check to tell.
    request.headers.get('User-Agent')?.includes('CLDC-1.0') === true
      ? attributes
      : changeValue(attributes, 'MicroEdition-Configuration', (name) =>
          name === 'CLDC-1.0' ? 'CLDC-1.1' : 'CLDC-1.0',
        ),
})
