import type { ClauseRow } from '../specs.ts'

/** Update, execution and removal of installed suites. */
export const lifecycleClauses = [
  {
    id: 'MIDP2-OTA-UPD-01',
    document: 'OTA2',
    section: 'Update',
    level: 'must',
    on: 'device',
    paraphrase:
      'A device can install another or the same version over a suite it has, and shows which versions it has.',
  },
  {
    id: 'MIDP2-OTA-UPD-02',
    document: 'OTA2',
    section: 'Update',
    level: 'must',
    on: 'device',
    paraphrase:
      'Before a suite is replaced the user hears whether the other version is newer, older or the same, and agrees.',
    reading: 'A refusal of this question is reported with 902.',
    ambiguity: 'A31',
  },
  {
    id: 'MIDP2-OTA-UPD-03',
    document: 'OTA2',
    section: 'Update, record stores, first rule',
    level: 'must',
    on: 'device',
    paraphrase: 'Record stores pass to the new suite when both suites have the same signer.',
    reading: 'The same signer means the same certificate subject issued under the same root.',
    ambiguity: 'A17',
  },
  {
    id: 'MIDP2-OTA-UPD-04',
    document: 'OTA2',
    section: 'Update, record stores, second rule',
    level: 'must',
    on: 'device',
    paraphrase:
      'Record stores pass to the new suite when both descriptors came from the same scheme, host and path.',
    reading: 'The port counts once defaults are filled in; query and fragment do not.',
    ambiguity: 'A16',
  },
  {
    id: 'MIDP2-OTA-UPD-05',
    document: 'OTA2',
    section: 'Update, record stores, third rule',
    level: 'must',
    on: 'device',
    paraphrase:
      'Record stores pass to the new suite when both packages came from the same scheme, host and path.',
    reading: 'The port counts once defaults are filled in; query and fragment do not.',
    ambiguity: 'A16',
  },
  {
    id: 'MIDP2-OTA-UPD-06',
    document: 'OTA2',
    section: 'Update, record stores, fourth rule',
    level: 'must',
    on: 'device',
    paraphrase: 'Where no rule hands the record stores on, the user is asked whether to keep them.',
  },
  {
    id: 'MIDP2-OTA-UPD-07',
    document: 'OTA2',
    section: 'Update',
    level: 'must',
    on: 'device',
    paraphrase: 'A suite without a signature never takes the place of a signed one.',
  },
  {
    id: 'MIDP2-OTA-UPD-08',
    document: 'OTA2',
    section: 'Update',
    level: 'informative',
    on: 'author',
    paraphrase:
      'What is in record stores, and whether a newer version can read it, is up to the suite.',
  },
  {
    id: 'MIDP2-OTA-UPD-09',
    document: 'OTA2',
    section: 'Update',
    level: 'should',
    on: 'device',
    paraphrase:
      'Permissions the user gave to the old suite stay given where the domain of the new suite has them.',
  },
  {
    id: 'MIDP2-OTA-UPD-10',
    document: 'OTA2',
    section: 'Additional descriptor attributes',
    level: 'informative',
    on: 'device',
    paraphrase:
      'Updates are reported to MIDlet-Install-Notify with the same codes as new installations.',
    reading: 'An update sends nothing to the MIDlet-Delete-Notify of the suite it replaces.',
    ambiguity: 'A28',
  },
  {
    id: 'MIDP2-OTA-EXEC-01',
    document: 'OTA2',
    section: 'Execution',
    level: 'must',
    on: 'device',
    paraphrase: 'The user can start each application of an installed suite.',
  },
  {
    id: 'MIDP2-OTA-REM-01',
    document: 'OTA2',
    section: 'Removal',
    level: 'must',
    on: 'device',
    paraphrase: 'The user can remove an installed suite.',
  },
  {
    id: 'MIDP2-OTA-REM-02',
    document: 'OTA2',
    section: 'Removal',
    level: 'should',
    on: 'device',
    paraphrase:
      'Before a removal the user hears that all applications and all stored data of the suite will be gone, and agrees.',
  },
  {
    id: 'MIDP2-OTA-REM-03',
    document: 'OTA2',
    section: 'Removal; Additional descriptor attributes',
    level: 'should',
    on: 'device',
    paraphrase: 'The question before a removal includes the text of MIDlet-Delete-Confirm.',
  },
  {
    id: 'MIDP2-OTA-REM-04',
    document: 'OTA2',
    section: 'Status reports',
    level: 'must',
    on: 'device',
    paraphrase: 'A removed suite is gone, whatever becomes of the report about it.',
  },
] as const satisfies readonly ClauseRow[]
