// Tells each case of a mail that came to nothing, once for each notice and reason: a mail of many notices may come
// again after some of its cases know. Called by the bounces queue.
import type { MailFailure } from '../case/notices/failed-mail.ts'
import { subjectOf } from '../case/notices/subject.ts'
import { bounceMessage } from '../contract/queued.ts'
import { consumer } from '../edge/consumer.ts'
import { tryEach } from '../edge/try-each.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { isOfNoCase, namedIn } from '../mail/tags.ts'
import { handle } from '../store/handle.ts'
import { loadHistory } from '../store/history.ts'

const whys = { Bounce: 'bounce', Complaint: 'complaint', Reject: 'reject' } as const satisfies Record<
  string,
  MailFailure
>

export const handler = consumer(bounceMessage, async ({ event, bounceType, tags }, at) => {
  // Of a webhook the alarm rang when its endpoint was stopped; whoever signs in sees that no mail comes.
  if (isOfNoCase(tags)) return log('mail of no case undelivered', { event, recipient: tags['recipient']?.[0] })
  const { recipient, notices } = namedIn(tags)
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const why = whys[event]
  await tryEach(notices, async ({ caseId, seq }) => {
    const about = subjectOf(region, caseId, await loadHistory(tableName, caseId, seq), recipient)
    const failure = { seq, recipient, why, permanent: bounceType === 'Permanent', ...(about && { about }) }
    const { outcome } = await handle({
      tableName,
      region,
      caseId,
      command: { type: 'ReportBounce', by: { role: 'system' }, ...failure },
      at,
      commandId: `undelivered-${seq}-${recipient}-${why}`,
    })
    log('mail undelivered', { caseId, seq, why, permanent: failure.permanent, outcome })
  })
})
