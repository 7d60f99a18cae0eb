// The account of a case that lived on the local engine, read from its table.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Case, CaseEvent } from '../../../functions/case/case.ts'
import type { NoticeRecord } from '../../../functions/store/load.ts'
import { keys } from '../../../functions/store/table.ts'
import type { Region } from '../../../regions/schema.ts'
import type { LocalRegion } from '../../local-region.ts'
import type { Account } from '../verify/account.ts'

export interface Lived {
  readonly account: Account
  readonly state: Case
  readonly notices: readonly NoticeRecord[]
}

export async function accountOf(
  { document, tableName, engine }: LocalRegion,
  region: Region,
  caseId: string,
): Promise<Lived> {
  const items: Record<string, unknown>[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await document.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keys.snapshot(caseId).pk },
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start)
  const of = (prefix: string) => items.filter(({ sk }) => String(sk).startsWith(prefix))
  const notices = of('N#') as unknown as NoticeRecord[]
  const snapshot = items.find(({ sk }) => sk === 'S')!
  const sent = notices.filter(({ status }) => status === 'sent')
  const account: Account = {
    caseId,
    events: of('E#').map(({ event }) => event as CaseEvent),
    mails: sent.map(({ seq, recipient, kind, endedAt }) => ({ seq, recipient, kind, at: Date.parse(endedAt!) })),
    unsure: new Set(),
    counted: new Map(of('D#').map(({ sk }) => [Number(String(sk).slice(2)), 1])),
    regions: [{ from: 0, region }],
    sweepFailures: [],
    until: engine.now(),
    checkAt: snapshot['checkAt'] as string | undefined,
  }
  return { account, state: snapshot['state'] as Case, notices }
}
