// The region's one key: everything at rest is encrypted with it. A role may use it only through the service it works
// with, a service only for this account's own log groups and alarms. Made by region-stack.ts.
import { ArnFormat, Stack, type RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key, type IKey } from 'aws-cdk-lib/aws-kms'
import type { OtklikFunction } from './function.ts'

export function regionKey(stack: Stack, removal: RemovalPolicy): Key {
  const key = new Key(stack, 'Key', { enableKeyRotation: true, removalPolicy: removal, description: stack.stackName })
  const logGroups = stack.formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
    }),
  )
  // An alarm that may not use the key of its topic fails in silence. Only this account's alarms may: a service that is its
  // own principal calls by no other service, so there is no kms:ViaService to ask for.
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: { 'aws:SourceArn': alarmsOf(stack) },
      },
    }),
  )
  return key
}

/** Every alarm of the account and AWS region a stack is in. */
export function alarmsOf(stack: Stack): string {
  return stack.formatArn({
    service: 'cloudwatch',
    resource: 'alarm',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })
}

/** Lets a function use the key, but only by way of a service it calls ("dynamodb", "s3"). */
export function useKeyThrough(service: string, key: IKey, fn: OtklikFunction, actions: string[]): void {
  const via = `${service}.${Stack.of(fn).region}.amazonaws.com`
  fn.allow(actions, [key.keyArn], { StringEquals: { 'kms:ViaService': via } })
}
