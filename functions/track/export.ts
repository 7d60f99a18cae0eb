// What is kept of a citizen, as a file: their own words, who they are, what they were answered, the course of the case in public
// words, the mails that they got. Nothing of other citizens, and of officials only what the page shows. Called by my-data.tsx.
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import { wholeOf } from '../../regions/languages.ts'
import { type Dialog, firstMessage } from '../case/case-file.ts'
import { photosShown } from '../edge/photos-shown.ts'
import { citizensMailWords } from '../mail/words/citizens.ts'
import { entriesOf } from '../web/case/history.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { trackWords } from '../web/words/track.ts'
import { lineForCitizen } from './citizens-history.ts'
import { keptUntil } from './kept.ts'
import { linesOf } from './thread.tsx'

/** One case, to be written as JSON. Instants are ISO, UTC. */
export function exported(visited: LinkVisit) {
  // A file has no marks for a language within another: it is written in a whole one.
  const visit = { ...visited, request: { ...visited.request, language: wholeOf(visited.request.language) } }
  const { file, region, request } = visit
  const { state, events } = file
  const { language } = request
  const message = firstMessage(file)
  const text = trackWords(language, state)
  const photos = photosShown(region, file, 'citizen', request.at)
  const due = state.clocks.finalAnswer?.due
  const lines = state.erasedAt ? [] : linesOf(visit, true)
  const written = (from: 'citizen' | 'authority') =>
    lines.flatMap(({ side, at, title, text: words }) => (side === from ? [{ at, title, text: words }] : []))
  return {
    number: state.id,
    regime: state.regime,
    receivedAt: state.receivedAt,
    status: state.status,
    statusInWords:
      state.status === 'closed' && state.outcome ? text.outcomes[state.outcome] : text.statuses[state.status],
    topic: topicName(region, state.topic, language) || null,
    place: placeName(region, state.municipality, language) || null,
    responsible: organisationName(region, state.organisation, language) || null,
    answerBy: due ?? null,
    keptUntil: state.erasedAt ?? keptUntil(visit),
    you: {
      name: message?.author?.name ?? null,
      email: message?.author?.email ?? null,
      phone: message?.author?.phone ?? null,
      ...(message?.dialog && { dialog: ownDialog(message.dialog) }),
      address: message?.address ?? null,
    },
    youWrote: written('citizen'),
    youWereTold: written('authority'),
    ...(photos.length > 0 && { photos: photos.map(({ at, by, width, height }) => ({ at, by, width, height })) }),
    rating: state.round.rating ?? null,
    history: entriesOf(events, lineForCitizen, { region, language, state }),
    mails: mailsOf(visit),
  }
}

/** Without the comments beside theirs, which others wrote. */
function ownDialog({ channel, chat, thread }: Dialog): Dialog {
  return { channel, chat, ...(thread && { thread }) }
}

/** The mails to them that were sent, by what their headings say. */
function mailsOf({ file: { state, notices }, request: { language } }: LinkVisit) {
  const kinds: Readonly<Record<string, { readonly heading: string }>> = citizensMailWords(language, state).kinds
  return notices
    .filter(({ recipient, status }) => recipient === 'citizen' && status === 'sent')
    .map(({ kind, endedAt, claimedAt }) => ({ at: endedAt ?? claimedAt, about: kinds[kind]?.heading ?? kind }))
}
