// How far a letter came that goes as several messages: what was sent is not sent again. Called by deliver.
import { environment } from '../edge/environment.ts'
import type { Progress } from '../mail/courier.ts'
import { noteParts } from '../store/notices.ts'
import { type PendingNotice, recordOf } from './pending-notice.ts'

export function progressOf(owed: PendingNotice): Progress {
  const { file, seq, notice } = owed
  const before = recordOf(owed)
  return {
    sent: before?.parts ?? 0,
    note: (sent) => noteParts(environment('TABLE_NAME'), file.state.id, seq, notice.recipient, sent),
    // A claim that ran out: whoever had it stopped while it was sending, or before.
    isInDoubt: before?.status === 'claimed',
  }
}
