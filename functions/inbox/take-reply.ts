// A reply to a mail of ours: it acts as its reader, once; or its sender is told why not, and nothing is changed. What comes from another address
// is kept on the case as a note that nobody vouches for, and not answered. Called by take.ts.
import { createHash } from 'node:crypto'
import { letters } from '../case/ids.ts'
import type { Actor } from '../case/actor.ts'
import type { CaseFile, NoticeRecord } from '../case/case-file.ts'
import type { Command } from '../case/commands.ts'
import { type GivenAway, givenAway, threadOf } from '../case/in-public.ts'
import { lengthIssues, tidyText } from '../contract/text.ts'
import { freshOf } from '../language/quoted.ts'
import { maskPersonal } from '../language/personal.ts'
import type { Telling } from '../mail/words/replies.ts'
import { textDaysOf, ttlAfter } from '../store/expiry.ts'
import { handle } from '../store/handle.ts'
import { isCarriedOut } from '../store/receipts.ts'
import { keys } from '../store/table.ts'
import { blanksIn } from '../web/respond/blanks.ts'
import type { Item } from '../store/writes.ts'
import { filesMeant, sendPhotos } from './files.ts'
import type { Incoming } from './incoming.ts'
import { inboxWords } from './words.ts'
import type { Replied } from './replied-to.ts'
import { tellingOf, wantedBy } from './reply-command.ts'
import { tell } from './tell.ts'

/** As long as an answer on a page may be (characters as a reader counts them). */
const MOST = 8_000
/** Of a note about a mail that nobody vouches for. */
const NOTE_LIMIT = 2_000

type Taken = Readonly<Record<string, string>>

/** @throws when the queue is to ask again */
export async function takeReply(incoming: Incoming, replied: Replied): Promise<Taken> {
  const { file, notice, isReaders } = replied
  const caseId = file.state.id
  const { fresh } = freshOf(incoming.mail.reply)
  const words = tidyText(fresh.toWellFormed())
  if (!isReaders) return { caseId, outcome: await keepAsNote(incoming, replied, words) }
  const told = async (telling: Telling, found: readonly GivenAway[] = []): Promise<Taken> => {
    await tell(incoming, telling, { ...aboutOf(file, notice), found })
    return { caseId, outcome: 'told', telling }
  }
  if (incoming.mail.isSealed) return told('sealed')
  // A photo says something of a citizen's; of an answer it is nothing to send.
  if (words === '' && (notice.recipient !== 'citizen' || filesMeant(incoming.mail).length === 0)) return told('empty')
  if (lengthIssues(words, 0, MOST).length > 0) return told('too long')
  const { region, at, id } = incoming
  const by =
    notice.recipient === 'citizen'
      ? ({ role: 'citizen' } as const)
      : { role: 'responder' as const, id: notice.recipient }
  if (isCarriedOut(file, commandIdOf(id), at)) return withPhotos(incoming, replied, by, { caseId, outcome: 'repeated' })
  if (notice.recipient !== 'citizen' && blanksIn(words, { region, file }).length > 0) return told('blanks')
  const found = notice.recipient !== 'citizen' && threadOf(file) ? givenAway(words, file, region) : []
  if (found.length > 0) return told('public', found)
  const messageId = nameOf(id)
  const given = words || inboxWords[file.state.language].noText
  const wanted = wantedBy({ region, file, notice, words: given, messageId, date: incoming.mail.date, at })
  if ('cannot' in wanted) return told(wanted.cannot)
  const { command, keepsWords } = wanted
  const outcome = await give(incoming, replied, command, keepsWords ? [keptWords(incoming, replied, given)] : [])
  if (outcome.refused) return told(outcome.refused)
  return withPhotos(incoming, replied, by, { caseId, outcome: outcome.outcome, command: command.type })
}

/** What is attached, once the words are kept; done again it changes nothing. */
async function withPhotos(incoming: Incoming, { file, notice }: Replied, by: Actor, taken: Taken): Promise<Taken> {
  const left = await sendPhotos(incoming, file.state.id, by)
  if (left > 0) await tell(incoming, 'files', aboutOf(file, notice))
  return taken
}

function aboutOf({ state }: CaseFile, { seq, recipient }: NoticeRecord) {
  return { caseId: state.id, seq, recipient, test: state.test ?? false }
}

function commandIdOf(id: string): string {
  return `mail-${id}`
}

async function give(incoming: Incoming, { file }: Replied, command: Command, items: readonly Item[]) {
  const { tableName, region, at, id } = incoming
  const handled = await handle({
    ...{ tableName, region, at, caseId: file.state.id, command, commandId: commandIdOf(id) },
    ...(items.length > 0 && { items }),
  })
  return { outcome: handled.outcome, ...(handled.outcome === 'refused' && { refused: tellingOf(handled.code) }) }
}

function keptWords({ region, at, id }: Incoming, { file: { state } }: Replied, text: string): Item {
  const messageId = nameOf(id)
  return { ...keys.personal(state.id, messageId), messageId, text, ttl: ttlAfter(at, textDaysOf(region, state)) }
}

/** Whose mail it was is masked: whoever forwards one of ours is no party of the case. */
async function keepAsNote(incoming: Incoming, replied: Replied, words: string): Promise<string> {
  const { region, mail } = incoming
  const own = inboxWords[region.languages[0]!]
  const text = own.unverified(
    maskPersonal(mail.from?.address ?? '—'),
    words.slice(0, NOTE_LIMIT).toWellFormed() || own.noText,
  )
  const { outcome, refused } = await give(incoming, replied, { type: 'Note', by: { role: 'system' }, text }, [])
  return refused ? `note refused: ${refused}` : outcome === 'done' ? 'kept as a note' : outcome
}

/** The same name for the words of the same mail. */
function nameOf(id: string): string {
  return letters(12, (bytes) => createHash('sha256').update(`words ${id}`).digest().subarray(0, bytes))
}
