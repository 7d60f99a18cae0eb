// The end of a case reaches one that was merged into it: it gets the answer, or stands on its own again. A case that has the
// answer or was taken out refuses the command, so that a message may come many times. Called by the handler.
import type { CaseEvent } from '../case/events.ts'
import { saidIn } from '../case/saying.ts'
import { TRIES } from '../edge/consumer.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { handle } from '../store/handle.ts'

const by = { role: 'system' } as const

/** @param receives how often the message that asks for it was received. @throws when it is to be tried again. */
export async function reachChild(child: string, parent: string, event: CaseEvent, at: string, receives: number) {
  const endedAt = event.at
  // An answer that was erased meanwhile is shared with nobody.
  if (event.type !== 'answer_approved' || !event.text) return release(child, parent, endedAt, at)
  try {
    await give(child, { type: 'ShareAnswer', by, text: event.text, from: parent, endedAt, ...saidIn(event) }, at)
  } catch (error) {
    // Whoever has the case then answers it by itself.
    if (receives < TRIES) throw error
    logError('answer not shared', error, { caseId: child, from: parent })
    await release(child, parent, endedAt, at)
  }
}

function release(child: string, parent: string, endedAt: string, at: string): Promise<void> {
  return give(child, { type: 'Unmerge', by, from: parent, endedAt }, at)
}

async function give(caseId: string, command: Parameters<typeof handle>[0]['command'] & { from: string }, at: string) {
  const tableName = environment('TABLE_NAME')
  const { outcome } = await handle({ tableName, region: deployedRegion(), caseId, command, at })
  log('end of a case passed on', { caseId, from: command.from, command: command.type, outcome })
}
