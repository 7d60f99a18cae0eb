// How objects of the bucket of photos are called. What was sent lies under a name that says whose it is and of which case: nobody but us
// can choose it, because the policy of the upload names it. Used by whoever grants uploads, draws photos anew or shows them.
import type { Actor, Role } from '../case/actor.ts'
import type { Case } from '../case/case.ts'
import { caseIdPattern } from '../case/ids.ts'

/** Lib's rule of the bucket begins with it; what stays there is gone after a day. */
const INCOMING = 'incoming/'

/** The largest file that S3 takes (bytes): photos of telephones have 2 to 12 MB. */
export const MOST_BYTES = 15 * 1024 * 1024

/** What was sent, before anybody has looked at it. */
export interface Incoming {
  readonly caseId: string
  readonly by: Actor
  readonly photo: string
}

export type PictureSize = 'large' | 'small'

const senders = ['citizen', 'integrator', 'responder', 'operator'] as const satisfies readonly Role[]
/** Whoever has no id. */
const NOBODY = '-'
const photoPattern = /^[0-9A-Z]{16}$/

export function isPhotoName(text: string): boolean {
  return photoPattern.test(text)
}

/** Everything that was sent of a case and not looked at yet. */
export function incomingOf(caseId: string): string {
  return `${INCOMING}${caseId}/`
}

export function incomingName({ caseId, by, photo }: Incoming): string {
  return [`${INCOMING}${caseId}`, by.role, encodeURIComponent(by.id ?? NOBODY), photo].join('/')
}

/** Undefined where the name is not one of `incomingName`. */
export function readIncoming(name: string): Incoming | undefined {
  const [caseId = '', role, id = '', photo = '', ...rest] = name.slice(INCOMING.length).split('/')
  const sender = senders.find((one) => one === role)
  if (!name.startsWith(INCOMING) || rest.length > 0 || !sender || !caseIdPattern.test(caseId) || !isPhotoName(photo))
    return undefined
  return { caseId, photo, by: { role: sender, ...(id !== NOBODY && { id: decodeURIComponent(id) }) } }
}

/** The pictures of a case; those of a test case end sooner. */
export function picturesOf({ id, test }: Pick<Case, 'id' | 'test'>): string {
  return `${test ? 'tests' : 'photos'}/${id}/`
}

export function pictureName(state: Pick<Case, 'id' | 'test'>, photo: string, size: PictureSize): string {
  return `${picturesOf(state)}${photo}.${size}.jpg`
}
