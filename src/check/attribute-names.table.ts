/** Attribute names that specifications define, and reserved names that vendors took. Sources per row. */

/** Names of MIDP 2.1 (PKG21 packaging; OTA2 additional attributes), IMP-NG, and MIDP 3.0 / MEEP 8. */
export const specifiedNames = [
  'LIBlet-Description',
  'LIBlet-Install-Notify',
  'LIBlet-Jar-Size',
  'LIBlet-Jar-URL',
  'LIBlet-Name',
  'LIBlet-Services',
  'LIBlet-Vendor',
  'LIBlet-Version',
  'MIDlet-Data-Size',
  'MIDlet-Delete-Confirm',
  'MIDlet-Delete-Notify',
  'MIDlet-Description',
  'MIDlet-Icon',
  'MIDlet-Info-URL',
  'MIDlet-Install-Notify',
  'MIDlet-Jar-RSA-SHA1',
  'MIDlet-Jar-Size',
  'MIDlet-Jar-URL',
  'MIDlet-Name',
  'MIDlet-Permissions',
  'MIDlet-Permissions-Opt',
  'MIDlet-Required-IP-Version',
  'MIDlet-Update-URL',
  'MIDlet-Vendor',
  'MIDlet-Version',
  'MicroEdition-Configuration',
  'MicroEdition-Profile',
] as const

/** Numbered and localised names. `<n>` is a number, `<l>` a locale. */
export const specifiedPatterns = [
  // MIDP 2.1, PKG21 and PKI21
  'MIDlet-<n>',
  'MIDlet-Certificate-<n>-<n>',
  'MIDlet-Push-<n>',
  // JSR 211
  'MicroEdition-Handler-<n>',
  'MicroEdition-Handler-<n>-<l>',
  // MIDP 3.0 and MEEP 8
  'MIDlet-<n>-<l>',
  'MIDlet-<n>-Category',
  'MIDlet-<n>-Type',
  'MIDlet-Access-Auth-Cert-<n>',
  'MIDlet-Access-Auth-Type-<n>',
  'MIDlet-Dependency-<n>',
  'MIDlet-Dependency-JAD-URL-<n>',
  'MIDlet-Dependency-Jar-SHA1-<n>',
  'MIDlet-Description-<l>',
  'MIDlet-Jar-RSA-SHA1-<n>',
  'MIDlet-Name-<l>',
  'MIDlet-Permission-<n>',
  'MIDlet-Permission-Opt-<n>',
] as const

/** Reserved names that one vendor gave a meaning; other phones may refuse them. */
export const vendorPatterns = [
  // phoneME
  'MIDlet-Background-Pause-<n>',
  'MIDlet-Heap-Size-<n>',
  'MIDlet-Launch-Background-<n>',
  'MIDlet-Launch-Power-On-<n>',
  'MIDlet-No-Exit-<n>',
  // Samsung
  'MIDlet-Scaleup-Support',
  'MIDlet-Touch-Support',
] as const
