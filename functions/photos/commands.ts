// Which forms the page of photos has, and the one that it reads itself: a photo is taken off the case. Called by the handler.
import * as z from 'zod/mini'
import { isPhotoName } from '../files/names.ts'
import { readForm, sureName } from '../web/forms.ts'
import type { Parsed } from '../web/case-form.tsx'
import { refusalOf, type Visit } from '../web/visit.ts'
import { wordsFor } from '../web/words/words.ts'

const removal = z.object({ photo: z.string().check(z.refine(isPhotoName)) })

export function parse(visit: Visit): Parsed {
  const { fields, file, request, actor: by } = visit
  const all = wordsFor(request.language, file.state)
  const read = readForm(removal, fields, all)
  if (fields['action'] !== 'remove' || 'errors' in read) return { errors: { '': all.choose } }
  const { photo } = read.data
  if (fields[sureName(photo)] !== 'yes') return { errors: { [sureName(photo)]: all.tick } }
  return { done: 'removed', command: { type: 'RemovePhoto', by, photo } }
}

/** Why no photo can be added now; undefined where one can. */
export function whyNotAdd(visit: Visit) {
  const size = { width: 1, height: 1, bytes: 1 }
  return refusalOf(visit, { type: 'AddPhoto', by: visit.actor, photo: '?', ...size })
}

export function mayRemove(visit: Visit, photo: string): boolean {
  return refusalOf(visit, { type: 'RemovePhoto', by: visit.actor, photo }) === undefined
}

export function formsOn(visit: Visit): string[] {
  return whyNotAdd(visit) === undefined ? ['add', 'remove'] : ['remove']
}
