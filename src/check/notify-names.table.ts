/** The attributes that say where to report (OTA2 Additional descriptor attributes). */
export const notifyNames = ['MIDlet-Install-Notify', 'MIDlet-Delete-Notify'] as const
