/** The account that the server has with the operator. */
export const pushAccount = { systemId: 'reference', password: 'operator' } as const
