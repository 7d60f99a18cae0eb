// The region's log queries in CloudWatch's list of saved ones, in a folder of the stack's name. Made by region-stack.ts;
// dashboard.ts also finds here whose logs a query reads.
import { Stack } from 'aws-cdk-lib'
import { CfnQueryDefinition, type ILogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { StandingFunction } from './bundle.ts'
import { type LogQuery, savedQueries } from './log-queries.ts'

export type LogGroups = Readonly<Record<StandingFunction | 'door', ILogGroup>>

export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, logs: LogGroups) {
    super(scope, id)
    for (const [name, query] of Object.entries(savedQueries)) {
      // The library's own construct knows no parameters.
      new CfnQueryDefinition(this, name.replaceAll(' ', ''), {
        name: `${Stack.of(this).stackName}/${name}`,
        queryString: query.commands.join('\n| '),
        logGroupNames: logGroupsOf(query, logs).map(({ logGroupName }) => logGroupName),
        ...(query.asks && {
          parameters: Object.entries(query.asks).map(([parameter, description]) => ({ name: parameter, description })),
        }),
      })
    }
  }
}

/** The log groups that a query reads. */
export function logGroupsOf({ of }: LogQuery, logs: LogGroups): ILogGroup[] {
  const { door: _, ...functions } = logs
  return of ? of.map((name) => logs[name]) : Object.values(functions)
}
