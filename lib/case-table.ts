// The region's one table. Its stream carries new images only; its indexes are sparse and hold cases somebody still
// has to look at, open cases by whose they are and where, and those that ended by day. What a function may do is named action by action and partition by partition (table-rights.ts): nobody
// may scan, or delete anything but words of the index. Made by region-stack.ts.
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
import type { TableRights } from './table-rights.ts'

export const CHECKS_INDEX = 'checks'
const WORKLISTS_INDEX = 'worklists'
const NEARBY_INDEX = 'nearby'
const LISTING_INDEX = 'listing'

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
    this.table.addGlobalSecondaryIndex({
      indexName: WORKLISTS_INDEX,
      partitionKey: { name: 'worklist', type: AttributeType.STRING },
      sortKey: { name: 'workDue', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    })
    this.table.addGlobalSecondaryIndex({
      indexName: NEARBY_INDEX,
      partitionKey: { name: 'cell', type: AttributeType.STRING },
      sortKey: { name: 'cellOrder', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    })
    this.table.addGlobalSecondaryIndex({
      indexName: LISTING_INDEX,
      partitionKey: { name: 'listing', type: AttributeType.STRING },
      sortKey: { name: 'listedAs', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    })
  }

  /** Lets a function do what its work needs, in the partitions it needs it in. */
  serve(fn: OtklikFunction, { index, worklists, cells, listing, ...onItems }: TableRights): void {
    const { tableArn } = this.table
    fn.tell('TABLE_NAME', this.table.tableName)
    for (const [action, partitions] of Object.entries(onItems)) {
      const keys = partitions.map((partition) => `${partition}*`)
      fn.allow([`dynamodb:${action}`], [tableArn], onlyWith(keys))
    }
    // In an index the leading key is the index's own.
    const query = (name: string, keys: readonly string[]) =>
      fn.allow(['dynamodb:Query'], [`${tableArn}/index/${name}`], onlyWith(keys))
    if (index) query(CHECKS_INDEX, index)
    if (worklists) query(WORKLISTS_INDEX, worklists)
    if (cells) query(NEARBY_INDEX, cells)
    if (listing) query(LISTING_INDEX, listing)
    const writes = onItems.PutItem ?? onItems.UpdateItem
    useKeyThrough('dynamodb', this.#key, fn, [
      ...['kms:Decrypt', 'kms:DescribeKey'],
      ...(writes ? ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'] : []),
    ])
  }
}

/** In a transaction IAM asks for each of its puts and updates by itself, so the condition holds there too. */
function onlyWith(leadingKeys: readonly string[]) {
  return { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKeys } }
}
