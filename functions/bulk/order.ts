// What somebody wants done to many cases: read from the form once, the same for all of them. Called by act-on-many.tsx.
import * as z from 'zod/mini'
import { rejectGrounds } from '../case/case.ts'
import { caseIdPattern } from '../case/ids.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { type FormErrors, offered, picked, readForm, REASON_LIMIT } from '../web/forms.ts'
import { type BulkAct, bulkActs, bulkWords } from '../web/words/bulk.ts'
import { words } from '../web/words/words.ts'

/** Picked in the list of organisations: whoever the region's routes name for each case. No id has a dot. */
export const BY_ROUTES = 'by.routes'

export type Order =
  | { readonly act: 'assign'; readonly organisation: string; readonly topic?: string }
  | { readonly act: 'reject'; readonly ground: (typeof rejectGrounds)[number]; readonly reason?: string }
  | { readonly act: 'merge'; readonly into: string }
  | { readonly act: 'pass'; readonly to: string }

const forms = {
  assign: z.object({ organisation: picked, topic: z.union([z.literal(''), picked]) }),
  reject: z.object({ ground: z.enum(rejectGrounds), reason: offered(REASON_LIMIT) }),
  merge: z.object({ into: z.string().check(z.toUpperCase(), z.regex(caseIdPattern)) }),
  pass: z.object({ to: picked }),
}

/** Which act was chosen; undefined where the form names none of them. */
export function actIn({ fields }: Pick<ConsoleVisit, 'fields'>): BulkAct | undefined {
  return bulkActs.find((one) => one === fields['act'])
}

/** Reads what is wanted; every field that is wrong is named. */
export function orderIn({ fields, request }: ConsoleVisit, act: BulkAct): Order | { readonly errors: FormErrors } {
  const text = words[request.language]
  switch (act) {
    case 'assign': {
      const read = readForm(forms.assign, fields, text)
      if ('errors' in read) return read
      const { organisation, topic } = read.data
      return { act, organisation, ...(topic && { topic }) }
    }
    case 'reject': {
      const read = readForm(forms.reject, fields, text)
      if ('errors' in read) return read
      const { ground, reason } = read.data
      if (ground === 'other' && !reason) return { errors: { reason: text.required } }
      return { act, ground, ...(reason && { reason }) }
    }
    case 'merge': {
      const read = readForm(forms.merge, fields, text)
      return 'errors' in read ? { errors: { into: bulkWords[request.language].intoWrong } } : { act, ...read.data }
    }
    case 'pass': {
      const read = readForm(forms.pass, fields, text)
      return 'errors' in read ? read : { act, ...read.data }
    }
  }
}
