// What several replies of the API are made of, and how a schema is explained. Used by the schemas beside it, which the API's document
// is made of and whose types the API's replies have; no function carries them.
import * as z from 'zod/mini'
import { standing } from '../../../regions/vocabulary.ts'
import { statuses } from '../../case/statuses.ts'

/** What a function may say for a schema: the same, read only. */
export type Said<Schema extends z.ZodMiniType> = ReadOnly<z.output<Schema>>
type ReadOnly<T> = T extends readonly (infer One)[]
  ? readonly ReadOnly<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadOnly<T[Key]> }
    : T

/** The schema with what a reader is told of it here; one that has a name keeps it. */
export function about<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  const own = z.clone(schema, schema._zod.def, { parent: true })
  z.globalRegistry.add(own, { description })
  return own
}

/** The same, as a part of the document with a name of its own. */
export function named<Schema extends z.ZodMiniType>(id: string, schema: Schema, description: string): Schema {
  z.globalRegistry.add(schema, { id, description })
  return schema
}

export const instant = (description: string) => about(z.iso.datetime(), `${description} (ISO 8601, UTC)`)
export const count = (description: string) => about(z.int().check(z.minimum(0)), description)
export const orNull = <Schema extends z.ZodMiniType>(schema: Schema, description: string) =>
  about(z.nullable(schema), description)

export const texts = named(
  'Texts',
  z.record(z.string(), z.string()),
  'The same text by language, e.g. `{"ru": "Ямы"}`.',
)
export const caseId = (description: string) =>
  about(z.string().check(z.regex(/^\d{2,3}-\d{6}-[0-9A-HJKMNP-TV-Z]{5}$/)), `${description}, e.g. \`95-261123-7K4QF\``)
export const status = named(
  'Status',
  z.enum(statuses),
  'Where a case stands. `closed` and `rejected` are final; a citizen may send either back for a while. `merged` goes on as another case.',
)
export const role = named(
  'Role',
  z.enum(['citizen', 'responder', 'moderator', 'operator', 'municipal', 'integrator', 'system']),
  'Who did something.',
)
export const asked = [...standing, 'moderator'] as const
export const reminded = (description: string) => about(z.enum(asked), description)
export const choice = named(
  'Choice',
  z.object({ id: about(z.string(), 'Say this.'), name: texts }),
  'One of those that may be said.',
)
export const term = z.object({
  amount: about(z.number(), 'How many.'),
  unit: about(z.enum(['working minutes', 'working hours', 'working days', 'calendar days']), 'Of what.'),
  onDayOff: z.optional(
    about(
      z.enum(['stays', 'working day before', 'working day after']),
      'Where a term in calendar days ends whose last day is a day off.',
    ),
  ),
})
