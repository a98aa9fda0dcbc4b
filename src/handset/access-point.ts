/** By which way of the operator a phone goes to the net. */

/** How the link came that the user opened. */
export type LinkOrigin = 'user' | 'text' | 'wap-push'

export type AccessPoint = 'internet' | 'wap'
