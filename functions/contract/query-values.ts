// What parameters of the API's lists are written as. A check's message names the words that say so (functions/edge/field-errors.ts). Used by
// the schemas of queries.
import * as z from 'zod/mini'

/** An id of a catalogue. */
export const catalogueId = z.string().check(z.regex(/^[a-z0-9.-]{1,80}$/, 'catalogue_id'))

/** ISO 8601, with a zone. */
export const instant = z.iso.datetime({ offset: true, error: 'instant' })

/** 1 to 100. */
export const pageSize = z.string().check(z.regex(/^([1-9]\d?|100)$/, 'page_size'))
