// Values that a JSON Schema allows, and values that it does not. Called by the fuzzer.
import fc, { type Arbitrary } from 'fast-check'

export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

const LONGEST = 40
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: LONGEST }),
  fc.string({ unit: 'binary', maxLength: LONGEST }),
  fc.constantFrom('Яма на дороге.', '<b>Яма</b> & ямы', '%00', '\u202eяма', '\u200b', '👩‍👩‍👧‍👦', 'null', '0'),
)
const instants = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

/** Values of fields, by their names, that no schema can say: the ids of a region's topics, addresses. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>

/** @param parts the named schemas of the document */
export function valid(
  schema: Schema,
  parts: Readonly<Record<string, Schema>>,
  known: KnownValues = {},
): Arbitrary<unknown> {
  const { $ref, type, properties, required = [], enum: values, format, minimum, maximum } = schema
  if ($ref) return valid(parts[$ref.split('/').at(-1)!]!, parts, known)
  if (values) return fc.constantFrom(...values)
  if (properties) {
    const members = Object.entries(properties).map(([name, member]) => {
      const [...values] = known[name] ?? []
      return [name, values.length > 0 ? fc.constantFrom(...values) : valid(member, parts, known)] as const
    })
    return fc.record(Object.fromEntries(members), { requiredKeys: required as never[] })
  }
  if (type === 'object') return fc.constant({})
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return fc.integer({ min: minimum ?? 0, max: maximum ?? 1_000 })
  if (type === 'number') return fc.double({ min: minimum ?? -1e6, max: maximum ?? 1e6, noNaN: true })
  if (format === 'date-time') return instants
  if (format === 'date') return instants.map((instant) => instant.slice(0, 10))
  return sized(schema)
}

function sized({ minLength = 0, maxLength = LONGEST, pattern }: Schema): Arbitrary<string> {
  const matching = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  // Classes of Unicode are not made from, but looked at.
  if (matching && pattern?.includes('\\p{')) return texts.filter((text) => matching.test(text))
  if (matching) return fc.stringMatching(matching, { maxLength: LONGEST })
  return texts.map((text) => [...text.padEnd(minLength, 'я')].slice(0, maxLength).join(''))
}

/** What no field of ours is made for. */
export const odd: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -0, 1e308, '', ' ', '\ud83d', '\u0000', [], {}, [[]], '9'.repeat(30)),
  fc.constantFrom('я'.repeat(10_001), 'e\u0301'.repeat(2_000), '"'.repeat(400), '\ufffd'),
  fc.integer(),
  fc.double(),
  texts,
  fc.array(fc.anything({ maxDepth: 1 }), { maxLength: 3 }),
  fc.integer({ min: 1, max: 60 }).map((depth) => nested(depth)),
)

function nested(depth: number): unknown {
  return depth === 0 ? 'deep' : { text: nested(depth - 1) }
}

const names = fc.constantFrom(
  'txet',
  '__proto__',
  'constructor',
  'toString',
  '',
  '~/',
  'я'.repeat(300),
  '\ud83d',
  'author',
)

/** An object that is spoilt: a member is odd, gone, or one too many. */
export function spoilt(whole: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc
    .tuple(whole, fc.constantFrom('odd', 'gone', 'more', 'within'), fc.nat(), names, odd)
    .map(([value, how, at, name, other]) => {
      const members = Object.entries(Object(value) as object)
      const [hit] = members[at % Math.max(1, members.length)] ?? ['text']
      const put = (key: string, inner: unknown) =>
        // Not by assignment: that would set a prototype.
        Object.fromEntries([...members.filter(([one]) => one !== key), [key, inner]]) as unknown
      if (how === 'gone') return Object.fromEntries(members.filter(([one]) => one !== hit))
      if (how === 'more') return put(name, other)
      return how === 'odd'
        ? put(hit, other)
        : put('author', { ...Object(members.find(([one]) => one === 'author')?.[1]), email: other })
    })
}
