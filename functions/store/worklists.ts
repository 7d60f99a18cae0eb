// Reads the lists of open cases from a sparse index that names nothing but cases. An index is late: each case is read itself,
// and stands on the page only if it still belongs there. Called by the pages that list cases.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseFile } from '../case/case-file.ts'
import { type Worklist, type WorklistEntry, worklistEntry } from '../case/worklist.ts'
import { loadCaseFile } from './load.ts'
import { keys, table, WORKLISTS_INDEX } from './table.ts'

/** A place in a list: after this case. It names no list, so one made of whatever a stranger likes shows no more than the list. */
export interface Place {
  readonly workDue: string
  readonly caseId: string
}

export interface WorklistPage {
  readonly files: readonly CaseFile[]
  /** Where the next page begins. A page may be shorter than the limit, even empty, and have a next one. */
  readonly next?: Place
}

interface Reading {
  readonly tableName: string
  readonly worklist: Worklist
  readonly limit: number
  readonly after?: Place | undefined
  /** The instant of the request (ISO, UTC). */
  readonly at: string
}

/** A page of a list, what is due first coming first. Its cost does not depend on how many cases are closed. */
export async function worklistPage({ tableName, worklist, limit, after, at }: Reading): Promise<WorklistPage> {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: WORKLISTS_INDEX,
      KeyConditionExpression: 'worklist = :worklist',
      ExpressionAttributeValues: { ':worklist': worklist },
      Limit: limit,
      ...(after && {
        ExclusiveStartKey: { worklist, workDue: after.workDue, ...keys.snapshot(after.caseId) },
      }),
    }),
  )
  const listed = Items.map(({ pk }) => String(pk).slice(2))
  const files = await Promise.all(listed.map((caseId) => loadCaseFile(tableName, caseId, at)))
  return {
    files: files.filter((file): file is CaseFile => file !== undefined && isOn(worklist, worklistEntry(file.state))),
    ...(LastEvaluatedKey && {
      next: { workDue: String(LastEvaluatedKey['workDue']), caseId: String(LastEvaluatedKey['pk']).slice(2) },
    }),
  }
}

function isOn(worklist: Worklist, entry: WorklistEntry | undefined): boolean {
  return entry?.worklist === worklist
}
