// Whether whoever came by a citizen's link has yet to say that the message is theirs: until then they are shown nothing that its sender
// wrote, and no photo. Asked by track and by the photos.
import type { LinkVisit } from './visit.ts'

/** Before the choice was made, after a stop, and where a mail's link to it leads. */
export function asksForChoice({
  link,
  file: { state },
  request,
}: Pick<LinkVisit, 'link' | 'file' | 'request'>): boolean {
  if (link.purpose !== 'track' || !link.mailed || state.erasedAt) return false
  return state.mailing !== 'confirmed' || request.query['do'] === 'mails'
}
