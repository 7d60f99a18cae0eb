// What integrators are told of an event, by the feed and by webhooks alike. Called by the API and functions/webhooks.
import type { FeedEvent } from '../case/feed.ts'

export function eventView({ caseId, seq, type, at, status, externalId, test }: FeedEvent) {
  return {
    ...{ id: `${caseId}.${seq}`, type, at, caseId, seq, status, externalId: externalId ?? null },
    ...(test && { test }),
  }
}
