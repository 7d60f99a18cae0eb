// The region's one table. Its stream carries new images only; its one index is sparse and holds cases somebody still has
// to look at.
import type { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { OtklikFunction } from './function.ts'

export interface CaseTableProps {
  readonly key: IKey
  readonly removal: RemovalPolicy
  readonly deletionProtection: boolean
}

const read = ['dynamodb:GetItem', 'dynamodb:Query']
const write = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem']

export class CaseTable extends Construct {
  readonly table: Table

  constructor(scope: Construct, id: string, props: CaseTableProps) {
    super(scope, id)
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'ttl',
      stream: StreamViewType.NEW_IMAGE,
      removalPolicy: props.removal,
      deletionProtection: props.deletionProtection,
    })
    this.table.addGlobalSecondaryIndex({
      indexName: 'checks',
      partitionKey: { name: 'check', type: AttributeType.STRING },
      sortKey: { name: 'checkAt', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    })
  }

  /** Lets a function read and append to cases, one by one: nobody may scan or delete. */
  serve(fn: OtklikFunction): void {
    fn.lambda.addEnvironment('TABLE_NAME', this.table.tableName)
    fn.lambda.addToRolePolicy(statement([...read, ...write], [this.table.tableArn]))
    this.table.encryptionKey!.grantEncryptDecrypt(fn)
  }

  /** Lets a function ask the index which cases to look at. */
  serveChecks(fn: OtklikFunction): void {
    fn.lambda.addToRolePolicy(statement(['dynamodb:Query'], [`${this.table.tableArn}/index/checks`]))
  }
}

function statement(actions: string[], resources: string[]) {
  return new PolicyStatement({ actions, resources })
}
