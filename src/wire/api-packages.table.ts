/**
 * Optional packages of Java ME and of vendors, and the specifications that a phone needs for them. What MIDP and CLDC have
 * themselves is not listed: `MicroEdition-Profile` and `MicroEdition-Configuration` ask for that. A package stands for those
 * below it; the longest that fits counts. Each JSR lists its packages in its overview.
 */
export interface ApiPackage {
  readonly prefix: string
  /** Any of them has it: JSRs, or the package itself where a vendor defined it. */
  readonly apis: readonly string[]
  readonly title: string
}

export const apiPackages = [
  { prefix: 'com.blackberry', apis: ['com.blackberry'], title: 'BlackBerry API' },
  { prefix: 'com.jblend', apis: ['com.jblend'], title: 'JBlend API' },
  { prefix: 'com.mascotcapsule', apis: ['com.mascotcapsule'], title: 'Mascot Capsule 3D' },
  { prefix: 'com.motorola', apis: ['com.motorola'], title: 'Motorola API' },
  { prefix: 'com.nokia.mid', apis: ['com.nokia.mid'], title: 'Nokia UI API' },
  { prefix: 'com.samsung.util', apis: ['com.samsung.util'], title: 'Samsung API' },
  { prefix: 'com.siemens.mp', apis: ['com.siemens.mp'], title: 'Siemens Mobility API' },
  { prefix: 'com.vodafone', apis: ['com.vodafone'], title: 'Vodafone VSCL' },
  { prefix: 'java.nio', apis: ['JSR-239'], title: 'Java Binding for OpenGL ES' },
  { prefix: 'java.rmi', apis: ['JSR-172', 'JSR-177'], title: 'Web Services, or SATSA' },
  { prefix: 'java.security', apis: ['JSR-177'], title: 'SATSA, cryptography' },
  { prefix: 'javax.bluetooth', apis: ['JSR-82'], title: 'Bluetooth' },
  { prefix: 'javax.crypto', apis: ['JSR-177'], title: 'SATSA, cryptography' },
  {
    prefix: 'javax.microedition.amms',
    apis: ['JSR-234'],
    title: 'Advanced Multimedia Supplements',
  },
  { prefix: 'javax.microedition.apdu', apis: ['JSR-177'], title: 'SATSA, smart cards' },
  {
    prefix: 'javax.microedition.contactless',
    apis: ['JSR-257'],
    title: 'Contactless Communication',
  },
  { prefix: 'javax.microedition.content', apis: ['JSR-211'], title: 'Content Handler API' },
  { prefix: 'javax.microedition.global', apis: ['JSR-238'], title: 'Internationalization' },
  { prefix: 'javax.microedition.io.file', apis: ['JSR-75'], title: 'File connections' },
  { prefix: 'javax.microedition.jcrmi', apis: ['JSR-177'], title: 'SATSA, Java Cards' },
  { prefix: 'javax.microedition.khronos', apis: ['JSR-239'], title: 'Java Binding for OpenGL ES' },
  { prefix: 'javax.microedition.location', apis: ['JSR-179', 'JSR-293'], title: 'Location' },
  { prefix: 'javax.microedition.m2g', apis: ['JSR-226', 'JSR-287'], title: 'Scalable 2D graphics' },
  { prefix: 'javax.microedition.m3g', apis: ['JSR-184', 'JSR-297'], title: 'Mobile 3D graphics' },
  // The rest of javax.microedition.media is in MIDP 2.0 itself.
  { prefix: 'javax.microedition.media.protocol', apis: ['JSR-135'], title: 'Mobile Media API' },
  { prefix: 'javax.microedition.payment', apis: ['JSR-229'], title: 'Payment' },
  { prefix: 'javax.microedition.pim', apis: ['JSR-75'], title: 'Personal information' },
  { prefix: 'javax.microedition.securityservice', apis: ['JSR-177'], title: 'SATSA, signatures' },
  { prefix: 'javax.microedition.sensor', apis: ['JSR-256'], title: 'Mobile Sensor API' },
  { prefix: 'javax.microedition.sip', apis: ['JSR-180'], title: 'SIP' },
  { prefix: 'javax.microedition.xml.rpc', apis: ['JSR-172'], title: 'Web Services' },
  { prefix: 'javax.obex', apis: ['JSR-82'], title: 'Object exchange over Bluetooth' },
  { prefix: 'javax.wireless.messaging', apis: ['JSR-120', 'JSR-205'], title: 'Wireless Messaging' },
  { prefix: 'javax.xml.parsers', apis: ['JSR-172', 'JSR-280'], title: 'XML parsing' },
  { prefix: 'javax.xml.rpc', apis: ['JSR-172'], title: 'Web Services' },
  { prefix: 'javax.xml.stream', apis: ['JSR-280'], title: 'XML API' },
  { prefix: 'net.rim', apis: ['net.rim'], title: 'BlackBerry API' },
  { prefix: 'org.xml.sax', apis: ['JSR-172', 'JSR-280'], title: 'XML parsing' },
] as const satisfies readonly ApiPackage[]
