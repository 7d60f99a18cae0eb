// A notice that is owed: of one event, to one reader, with what its record says has become of it. Passed between the
// steps of a delivery.
import type { CaseEvent } from '../case/events.ts'
import type { Random } from '../case/ids.ts'
import type { Notice } from '../case/notices/notice.ts'
import { isQuiet, waitsUntil } from '../case/notices/quiet-hours.ts'
import type { Region } from '../../regions/schema.ts'
import type { CaseFile, NoticeRecord } from '../case/case-file.ts'
import type { Couriers } from '../mail/courier.ts'
import { readerOf } from './reader.ts'

export interface PendingNotice {
  readonly file: CaseFile
  readonly event: CaseEvent
  readonly seq: number
  readonly notice: Notice
}

/** Time, random source and couriers, passed in. */
export interface Effects {
  /** ISO, UTC. */
  readonly now: () => string
  readonly random: Random
  readonly couriers: Couriers
}

export function recordOf({ file, seq, notice }: PendingNotice): NoticeRecord | undefined {
  return file.notices.find((record) => record.seq === seq && record.recipient === notice.recipient)
}

/** The instant (ISO, UTC) until which a notice waits; undefined when it may go. One that has waited or was tried waits again only in quiet hours, one of a test case wakes nobody. */
export function waitOf(region: Region, owed: PendingNotice, at: string): string | undefined {
  const { file, notice } = owed
  if (file.state.test) return undefined
  const record = recordOf(owed)
  if (record?.status === 'waiting' && record.until! > at) return record.until
  if (record && !isQuiet(region, Date.parse(at))) return undefined
  return waitsUntil(region, file.state, notice.kind, readerOf(region, file, notice.recipient).who, at)
}
