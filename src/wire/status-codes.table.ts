/**
 * Codes of status reports. `message` is the text of the specification, or the text devices send where no specification
 * was found; the text differs in case between implementations, so only the number means anything.
 */
export interface StatusCode {
  readonly code: number
  readonly message: string
  readonly meaning: string
  /** How the reason of a simulated phone begins, where one code stands for several causes. */
  readonly reasons?: readonly string[]
  /** Who defined the number. */
  readonly origin: string
  readonly source: string
}

export const statusCodes: readonly StatusCode[] = [
  {
    code: 900,
    message: 'Success',
    meaning: 'The suite was installed or updated.',
    origin: 'MIDP 2.0',
    source: 'OTA2 Status reports',
  },
  {
    code: 901,
    message: 'Insufficient Memory',
    meaning: 'Not enough room for the package or its data.',
    origin: 'MIDP 2.0',
    source: 'OTA2 Install step 3',
  },
  {
    code: 902,
    message: 'User Cancelled',
    meaning: 'The user refused or stopped. One implementation also sends it for errors of its own.',
    origin: 'MIDP 2.0',
    source: 'OTA2 Installation',
  },
  {
    code: 903,
    message: 'Loss of Service',
    meaning: 'The network was lost.',
    origin: 'MIDP 2.0',
    source: 'OTA2 Install step 3',
  },
  {
    code: 904,
    message: 'JAR size mismatch',
    meaning: 'The package does not have the size that MIDlet-Jar-Size states.',
    origin: 'MIDP 2.0',
    source: 'OTA2 Install step 3',
  },
  {
    code: 905,
    message: 'Attribute Mismatch',
    meaning:
      'Name, version or vendor differ between descriptor and manifest; in a trusted suite, any attribute.',
    origin: 'MIDP 2.0',
    source: 'OTA2 Install step 3',
  },
  {
    code: 906,
    message: 'Invalid Descriptor',
    meaning:
      'The descriptor breaks its syntax, lacks a mandatory attribute, or has too long a notify URL.',
    origin: 'MIDP 2.0',
    source: 'OTA2 Discovery step 3',
  },
  {
    code: 907,
    message: 'Invalid JAR',
    meaning: 'The package is not available, cannot be extracted, or has a bad manifest.',
    origin: 'MIDP 2.0',
    source: 'OTA2 Install step 3',
  },
  {
    code: 908,
    message: 'Incompatible Configuration or Profile',
    meaning: 'The device does not implement the configuration or a profile.',
    origin: 'MIDP 2.0',
    source: 'OTA2 Status reports',
  },
  {
    code: 909,
    message: 'Application authentication failure',
    meaning: 'A certificate or the signature does not verify.',
    reasons: [
      'basic constraints',
      'broken chain',
      'certificate algorithm',
      'certificate expired',
      'certificate key',
      'certificate limit',
      'certificate not yet valid',
      'certificate signature',
      'certificate unreadable',
      'critical extension',
      'extended key usage',
      'key usage',
      'no certificate',
      'root expired',
      'root not yet valid',
      'root unknown',
      'signature algorithm',
      'signature mismatch',
      'signature unreadable',
      'signature wrong',
    ],
    origin: 'MIDP 2.0',
    source: 'OTA2 Install step 3',
  },
  {
    code: 910,
    message: 'Application authorization failure',
    meaning: 'An unsigned suite over a signed one, or a permission that cannot be granted.',
    reasons: [
      'permission limit',
      'permission list',
      'permission missing',
      'permission not in domain',
      'permission unknown',
      'unsigned over signed',
    ],
    origin: 'MIDP 2.0',
    source: 'OTA2 Install step 3',
  },
  {
    code: 911,
    message: 'Push registration failure',
    meaning: 'A static push registration failed.',
    reasons: [
      'push address taken',
      'push class',
      'push limit',
      'push protocol',
      'push sender',
      'push syntax',
    ],
    origin: 'MIDP 2.0',
    source: 'OTA2 Install step 3',
  },
  {
    code: 912,
    message: 'Deletion Notification',
    meaning: 'The suite was deleted. Goes to MIDlet-Delete-Notify only.',
    origin: 'MIDP 2.0',
    source: 'OTA2 Status reports',
  },
  {
    code: 913,
    message: 'Required package not supported by the device',
    meaning:
      'Two vendors mean a missing package; the Nokia Java Runtime means that record stores could not be set up.',
    origin: 'vendor',
    source: 'Motorola C381p developer guide p. 25; Nokia Java Runtime OtaStatusCode',
  },
  {
    code: 914,
    message: 'Application Integrity failure',
    meaning: 'A LIBlet is not the one that the descriptor depends on.',
    origin: 'MIDP 3 family',
    source: 'Nokia Java Runtime OtaStatusCode',
  },
  {
    code: 915,
    message: 'One or more missing LIBlets',
    meaning: 'A LIBlet that the suite depends on is missing.',
    origin: 'MIDP 3 family',
    source: 'Nokia Java Runtime OtaStatusCode',
  },
  {
    code: 916,
    message: 'Circular LIBlet dependency',
    meaning: 'LIBlets depend on each other in a circle.',
    origin: 'MIDP 3 family',
    source: 'Nokia Java Runtime OtaStatusCode; MEEP 8 InstallErrorCodes',
  },
  {
    code: 917,
    message: 'LIBlet namespace collision',
    meaning: 'A LIBlet has classes in a package of another one.',
    origin: 'MIDP 3 family',
    source: 'Nokia Java Runtime OtaStatusCode; MEEP 8 InstallErrorCodes',
  },
  {
    code: 922,
    message: 'Application blacklisted',
    meaning: 'The application or its client is on a list of refused ones.',
    origin: 'MEEP 8',
    source: 'MEEP 8 InstallErrorCodes',
  },
  {
    code: 938,
    message: 'Content handler conflicts with other handlers',
    meaning: 'The ID of a content handler clashes with an installed one.',
    origin: 'JSR 211',
    source: 'CHAPI javax.microedition.content',
  },
  {
    code: 939,
    message: 'Content handler install failed',
    meaning: 'The attributes of a content handler are missing or invalid.',
    origin: 'JSR 211',
    source: 'CHAPI javax.microedition.content',
  },
  {
    code: 951,
    message: 'Invalid DDVersion',
    meaning: 'The device does not know this version of download descriptors.',
    origin: 'OMA Download OTA 1.0',
    source: 'Chromium OMADownloadHandler; MediaTek DownloadProvider',
  },
  {
    code: 952,
    message: 'Device Aborted',
    meaning: 'The device broke the download off, for reasons of its own.',
    origin: 'OMA Download OTA 1.0',
    source: 'Chromium OMADownloadHandler; MediaTek DownloadProvider',
  },
  {
    code: 953,
    message: 'Non-Acceptable Content',
    meaning: 'The device refuses this kind of content.',
    origin: 'OMA Download OTA 1.0',
    source: 'Nokia Java Runtime OtaStatusCode; Chromium OMADownloadHandler',
  },
  {
    code: 954,
    message: 'Loader Error',
    meaning: 'The object is not to be had at its URL.',
    origin: 'OMA Download OTA 1.0',
    source: 'Chromium OMADownloadHandler; MediaTek DownloadProvider',
  },
  {
    code: 999,
    message: 'Other errors',
    meaning: 'Anything that no other code stands for.',
    origin: 'vendor',
    source: 'Motorola C381p developer guide p. 25',
  },
]
