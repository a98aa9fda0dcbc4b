/** The words of `fault: { do: … }` that are answers of the network. */
export const answerNames = [
  'http-200',
  'http-204',
  'http-302',
  'http-305',
  'http-401',
  'http-404',
  'http-407',
  'http-500',
  'http-503',
] as const

export type AnswerWord = (typeof answerNames)[number]

export const answerWords = {
  'http-200': { status: 200, headers: [] },
  'http-204': { status: 204, headers: [] },
  'http-302': { status: 302, headers: [] },
  'http-305': { status: 305, headers: [] },
  'http-401': { status: 401, headers: [['WWW-Authenticate', 'Basic realm="operator"']] },
  'http-404': { status: 404, headers: [] },
  'http-407': { status: 407, headers: [['Proxy-Authenticate', 'Basic realm="operator"']] },
  'http-500': { status: 500, headers: [] },
  'http-503': { status: 503, headers: [['Retry-After', '30']] },
} as const satisfies Readonly<Record<AnswerWord, object>>
