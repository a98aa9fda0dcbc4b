/** Is one as good as the other? Only what can be seen through is looked into; of all else only the same is alike. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (one instanceof Uint8Array && other instanceof Uint8Array) {
    return Buffer.compare(one, other) === 0
  }
  if (one instanceof Headers && other instanceof Headers) return isAlike([...one], [...other])
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isAlike(item, other[index]))
  }
  return isPlain(one) && isPlain(other) && areFieldsAlike(one, other)
}

function areFieldsAlike(one: object, other: object): boolean {
  const keys = Reflect.ownKeys(one)
  return (
    keys.length === Reflect.ownKeys(other).length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && isAlike(Reflect.get(one, key), Reflect.get(other, key)),
    )
  )
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
