/** By which way of the operator a phone goes to the net. */

/** How the link came that the user opened; `next-page`: a download descriptor offered it. */
export type LinkOrigin = 'user' | 'text' | 'si' | 'sl' | 'next-page'

export type AccessPoint = 'internet' | 'wap'

/** What the network does to a request by the WAP access point for another server than the operator's own. */
export const wapWall = 'the WAP access point does not lead to the server'
