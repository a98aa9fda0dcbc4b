/** None when the time is over first; what comes of it then is nobody's concern. */
export async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => late.resolve(undefined), ms)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
    promise.catch(() => undefined)
  }
}
