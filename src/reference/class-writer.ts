/** Writes class files small enough for every phone: straight-line methods, so that no preverifier is needed (CLDC 1.1 section 5.2). */
import { OctetWriter } from '../wire/octets.ts'

export interface ClassSpec {
  /** With dots: `acme.Demo`. */
  readonly name: string
  /** With dots. */
  readonly superName: string
  readonly methods: readonly MethodSpec[]
  /** More classes that the class names, with dots, as if its code used them. */
  readonly references?: readonly string[]
}

export interface MethodSpec {
  readonly name: string
  /** JVMS 4.3.3, e.g. `(Z)V`. */
  readonly descriptor: string
  readonly access: 'public' | 'protected'
  /** What its code does before it returns; nothing when absent. */
  readonly code?: 'call-super-constructor'
}

/** 47.0 is what `-target 1.3` writes: CLDC 1.0 and 1.1 take 45.3 to 48.0. */
const version = { major: 47, minor: 0 }
const accessFlags = { public: 0x0001, protected: 0x0004 } as const
const classFlags = 0x0021

const aload0 = 0x2a
const invokespecial = 0xb7
const returnVoid = 0xb1

/** A class file (JVMS 4.1). */
export function writeClass(spec: ClassSpec): Uint8Array {
  const pool = new ConstantPool()
  const self = pool.classIndex(spec.name)
  const superclass = pool.classIndex(spec.superName)
  for (const name of spec.references ?? []) pool.classIndex(name)
  const methods = spec.methods.map((method) => writeMethod(method, pool, spec.superName))
  const body = new OctetWriter().u16be(classFlags).u16be(self).u16be(superclass)
  body.u16be(0).u16be(0).u16be(methods.length)
  for (const method of methods) body.bytes(method)
  body.u16be(0)
  const head = new OctetWriter().u32be(0xcafebabe).u16be(version.minor).u16be(version.major)
  return head.bytes(pool.toUint8Array()).bytes(body.toUint8Array()).toUint8Array()
}

/** method_info (JVMS 4.6) with its Code attribute (JVMS 4.7.3). */
function writeMethod(method: MethodSpec, pool: ConstantPool, superName: string): Uint8Array {
  const code = new OctetWriter()
  if (method.code === 'call-super-constructor') {
    code
      .u8(aload0)
      .u8(invokespecial)
      .u16be(pool.methodIndex(superName, '<init>', '()V'))
  }
  code.u8(returnVoid)
  const attribute = new OctetWriter()
    .u16be(method.code === undefined ? 0 : 1)
    .u16be(localsOf(method.descriptor))
    .u32be(code.length)
    .bytes(code.toUint8Array())
    .u16be(0)
    .u16be(0)
    .toUint8Array()
  return new OctetWriter()
    .u16be(accessFlags[method.access])
    .u16be(pool.utf8Index(method.name))
    .u16be(pool.utf8Index(method.descriptor))
    .u16be(1)
    .u16be(pool.utf8Index('Code'))
    .u32be(attribute.length)
    .bytes(attribute)
    .toUint8Array()
}

/** `this` and the parameters; `J` and `D` take two places (JVMS 2.6.1). */
function localsOf(descriptor: string): number {
  const parameters = /^\((.*)\)/.exec(descriptor)?.[1] ?? ''
  const sizes = (parameters.match(/\[*(?:L[^;]+;|[BCDFIJSZ])/g) ?? []).map((parameter) =>
    parameter === 'J' || parameter === 'D' ? 2 : 1,
  )
  return sizes.reduce((sum: number, size) => sum + size, 1)
}

/** The constant pool while it grows (JVMS 4.4); equal constants share an index. */
class ConstantPool {
  readonly #octets = new OctetWriter()
  readonly #indices = new Map<string, number>()

  utf8Index(text: string): number {
    const octets = new TextEncoder().encode(text)
    return this.#index(`1 ${text}`, () => {
      this.#octets.u8(1).u16be(octets.length).bytes(octets)
    })
  }

  classIndex(name: string): number {
    const utf8 = this.utf8Index(name.replaceAll('.', '/'))
    return this.#index(`7 ${utf8}`, () => {
      this.#octets.u8(7).u16be(utf8)
    })
  }

  methodIndex(className: string, name: string, descriptor: string): number {
    const owner = this.classIndex(className)
    const nameIndex = this.utf8Index(name)
    const descriptorIndex = this.utf8Index(descriptor)
    const nameAndType = this.#index(`12 ${nameIndex} ${descriptorIndex}`, () => {
      this.#octets.u8(12).u16be(nameIndex).u16be(descriptorIndex)
    })
    return this.#index(`10 ${owner} ${nameAndType}`, () => {
      this.#octets.u8(10).u16be(owner).u16be(nameAndType)
    })
  }

  toUint8Array(): Uint8Array {
    return new OctetWriter()
      .u16be(this.#indices.size + 1)
      .bytes(this.#octets.toUint8Array())
      .toUint8Array()
  }

  #index(key: string, write: () => void): number {
    const known = this.#indices.get(key)
    if (known !== undefined) return known
    write()
    const index = this.#indices.size + 1
    this.#indices.set(key, index)
    return index
  }
}
