// Reads a case: its snapshot and texts where a decision is made, its whole partition where it is shown or reacted to. Called by
// handle, every page and every consumer.
import type { Case } from '../case/case.ts'
import type { CaseFile, NoticeRecord, Personal, StoredCase } from '../case/case-file.ts'
import { FOLD_VERSION, initialCase, replay } from '../case/evolve.ts'
import type { RefusedPhoto } from '../case/photo.ts'
import { putBack, type Texts } from '../case/texts.ts'
import { isExpired } from './expiry.ts'
import { eventsIn, loadHistory } from './history.ts'
import { unpack } from './packed.ts'
import { itemsOf, type Stored } from './partition.ts'
import { type Key, keys, LAST_SEQ, photoKeys } from './table.ts'
import { textsIn } from './texts.ts'

/** A case nobody has written yet. */
export function newCase(caseId: string): StoredCase {
  return { state: initialCase(caseId), settled: 0 }
}

/**
 * The case as it stands, with the texts whose time is not over at an instant (ISO, UTC), read consistently and at once;
 * undefined when there is no such case.
 */
export async function loadCase(tableName: string, caseId: string, at: string): Promise<StoredCase | undefined> {
  const { pk, sk } = keys.snapshot(caseId)
  const [snapshot, ...others] = await itemsOf(tableName, pk, sk, keys.texts(caseId, LAST_SEQ).sk)
  if (!snapshot) return undefined
  const texts = textsIn(others, at)
  return {
    state: await stateIn(tableName, snapshot, texts),
    ...besideState(snapshot),
    ...(texts.size > 0 && { texts }),
  }
}

/** The state that a snapshot stands for: its own, or its events added up again where another `evolve` had added them up. */
export async function stateIn(tableName: string, snapshot: Stored, texts: Texts): Promise<Case> {
  const state = unpack(snapshot['state']) as Case
  if (isOfThisFold(snapshot)) return putBack(state, texts)
  const { id } = state
  return replay(id, await loadHistory(tableName, id, Number(snapshot['version']), texts))
}

/**
 * The case with its history, its notices and the texts whose time is not over at an instant (ISO, UTC), read consistently;
 * undefined when there is no such case.
 */
export async function loadCaseFile(tableName: string, caseId: string, at: string): Promise<CaseFile | undefined> {
  const items = await itemsOf(tableName, keys.snapshot(caseId).pk)
  const snapshot = items.find((item) => item['sk'] === 'S')
  if (!snapshot) return undefined
  const kind = (prefix: string) => items.filter((item) => String(item['sk']).startsWith(prefix))
  const upTo = ({ sk }: Key) => Number(items.find((item) => item['sk'] === sk)?.['upTo'] ?? 0)
  const personal = kind('P#').filter((item) => !isExpired(item, at)) as unknown as Personal[]
  const texts = textsIn(items, at)
  const events = eventsIn(kind('E#'), texts)
  return {
    state: isOfThisFold(snapshot)
      ? putBack(unpack(snapshot['state']) as Case, texts)
      : replay(caseId, events.slice(0, Number(snapshot['version']))),
    ...besideState(snapshot),
    ...(texts.size > 0 && { texts }),
    events,
    personal: new Map(personal.map((one) => [one.messageId, one])),
    notices: kind('N#') as unknown as NoticeRecord[],
    counted: kind('D#').map((item) => Number(String(item['sk']).slice(2))),
    fedUpTo: upTo(keys.fed(caseId)),
    photosGoneUpTo: upTo(photoKeys.photosGone(caseId)),
    worded: kind('K#').flatMap((item) => (isExpired(item, at) ? [] : [String(item['sk']).slice(2)])),
    refusedPhotos: kind('PH#').filter((item) => !isExpired(item, at)) as unknown as RefusedPhoto[],
  }
}

function isOfThisFold(snapshot: Stored): boolean {
  return snapshot['fold'] === FOLD_VERSION
}

/** What a snapshot says beside the state of the case. */
export function besideState(snapshot: Stored): Omit<StoredCase, 'state' | 'texts'> {
  const { armedAt, receipts } = snapshot as Pick<StoredCase, 'armedAt' | 'receipts'>
  return { settled: Number(snapshot['settled']), ...(armedAt && { armedAt }), ...(receipts && { receipts }) }
}
