/** Glob over one phone of each platform and kind that the checks tell apart. */
export const provingPhones =
  '{midp2-plain,nokia-6600,nokia-n95,htc-wizard,hp-ipaq-510,plain-pocket-pc-2003}'
