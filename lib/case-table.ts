// The region's one table. Its stream carries new images only; its one index is sparse and holds cases somebody still
// has to look at. What a function may do is named action by action: nobody may scan or delete. Made by region-stack.ts.
import type { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { OtklikFunction } from './function.ts'
import { useKeyThrough } from './region-key.ts'

export const CHECKS_INDEX = 'checks'

export interface CaseTableProps {
  readonly key: IKey
  readonly removal: RemovalPolicy
  readonly deletionProtection: boolean
}

export class CaseTable extends Construct {
  readonly table: Table
  readonly #key: IKey

  constructor(scope: Construct, id: string, props: CaseTableProps) {
    super(scope, id)
    this.#key = props.key
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
      indexName: CHECKS_INDEX,
      partitionKey: { name: 'check', type: AttributeType.STRING },
      sortKey: { name: 'checkAt', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    })
  }

  /** Lets a function read cases and append to them (a transaction of puts). */
  serve(fn: OtklikFunction): void {
    this.#let(fn, ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'])
  }

  /** Lets a function read histories and count what they say (a transaction of a put and additions). */
  serveCounts(fn: OtklikFunction): void {
    this.#let(fn, ['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem'])
  }

  /** Lets a function ask the index and nothing else of the table. */
  serveIndex(fn: OtklikFunction): void {
    fn.tell('TABLE_NAME', this.table.tableName)
    this.serveChecks(fn)
    useKeyThrough('dynamodb', this.#key, fn, ['kms:Decrypt', 'kms:DescribeKey'])
  }

  /** Lets a function mark what is not history: a key's last use, how a notice ended, when to look again. */
  serveMarks(fn: OtklikFunction): void {
    fn.allow(['dynamodb:UpdateItem'], [this.table.tableArn])
  }

  /** Lets a function ask the index which cases to look at. */
  serveChecks(fn: OtklikFunction): void {
    fn.allow(['dynamodb:Query'], [`${this.table.tableArn}/index/${CHECKS_INDEX}`])
  }

  /** Lets a function read many cases at once. */
  serveMany(fn: OtklikFunction): void {
    fn.allow(['dynamodb:BatchGetItem'], [this.table.tableArn])
  }

  #let(fn: OtklikFunction, actions: string[]) {
    fn.tell('TABLE_NAME', this.table.tableName)
    fn.allow(actions, [this.table.tableArn])
    useKeyThrough('dynamodb', this.#key, fn, [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey*',
      'kms:ReEncrypt*',
    ])
  }
}
