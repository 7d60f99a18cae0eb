// A stack that has nothing to do with cases, as the CDK would leave it in an assembly: one function behind an API, a
// stream, a queue and a schedule.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] })

/** The function does what its event tells it to, and writes down what it saw in the table. */
const code = `
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
const table = new DynamoDBClient({})
const note = (text) => table.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { pk: { S: 'note#' + Math.random() }, text: { S: text } } }))
export const handler = async (event) => {
  if (event.httpMethod) {
    const [, , what = ''] = event.path.split('/')
    if (what === 'throw') throw new Error('asked to')
    if (what === 'exit') process.exit(1)
    if (what === 'hang') return new Promise(() => {})
    return { statusCode: 200, headers: { 'X-Seen': 'yes' }, body: JSON.stringify({ path: event.pathParameters, query: event.queryStringParameters, body: event.body, at: Date.now(), secret: process.env.SECRET ?? null }) }
  }
  if (event['detail-type']) return note('schedule')
  const failures = []
  for (const record of event.Records) {
    const stream = record.dynamodb
    const text = stream ? stream.NewImage.text.S : record.body
    if (text.includes('poison')) failures.push({ itemIdentifier: stream ? stream.SequenceNumber : record.messageId })
    else if (!stream) await note('queue:' + text)
    else await note('stream:' + text)
    if (stream && failures.length > 0) break
  }
  return { batchItemFailures: failures }
}
`

export const lambda = (more: object = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Timeout: 2,
    Environment: { Variables: { TABLE: { Ref: 'Table' } } },
    ...more,
  },
})

export const resources: Record<string, { Type: string; Properties: object }> = {
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    },
  },
  Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
  Queue: {
    Type: 'AWS::SQS::Queue',
    Properties: { VisibilityTimeout: 12, RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 3 } },
  },
  Plain: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 30 } },
  Lost: { Type: 'AWS::S3::Bucket', Properties: {} },
  Function: lambda(),
  Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { MinimumCompressionSize: 500 } },
  Things: {
    Type: 'AWS::ApiGateway::Resource',
    Properties: {
      ParentId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
      PathPart: 'things',
      RestApiId: { Ref: 'Api' },
    },
  },
  Thing: {
    Type: 'AWS::ApiGateway::Resource',
    Properties: { ParentId: { Ref: 'Things' }, PathPart: '{id}', RestApiId: { Ref: 'Api' } },
  },
  Any: {
    Type: 'AWS::ApiGateway::Method',
    Properties: {
      HttpMethod: 'ANY',
      ResourceId: { Ref: 'Thing' },
      Integration: {
        Type: 'AWS_PROXY',
        Uri: {
          'Fn::Join': ['', ['arn:aws:apigateway:x:lambda:path/2015-03-31/functions/', arn('Function'), '/invocations']],
        },
      },
    },
  },
  Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { StageName: 'live' } },
  Missing: {
    Type: 'AWS::ApiGateway::GatewayResponse',
    Properties: {
      ResponseType: 'MISSING_AUTHENTICATION_TOKEN',
      StatusCode: '404',
      ResponseTemplates: { 'application/json': '{"said":$context.error.messageString}' },
    },
  },
  FromQueue: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: arn('Queue'),
      FunctionName: { Ref: 'Function' },
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
  FromStream: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
      FunctionName: { Ref: 'Function' },
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"in#"}]}}}}' }],
      },
      DestinationConfig: { OnFailure: { Destination: arn('Lost') } },
    },
  },
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      ScheduleExpression: 'rate(10 minutes)',
      State: 'ENABLED',
      Targets: [{ Id: 'x', Arn: arn('Function') }],
    },
  },
  Machine: {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      DefinitionString: {
        'Fn::Join': [
          '',
          [
            '{"StartAt":"W","States":{"W":{"Type":"Wait","TimestampPath":"$.at","Next":"S"},"S":{"Type":"Task","End":true,"Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"',
            { Ref: 'Plain' },
            '","MessageBody":{"v":1,"name.$":"$.name"}}}}}',
          ],
        ],
      },
    },
  },
  Set: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'a-set' } },
  Told: {
    Type: 'AWS::SES::ConfigurationSetEventDestination',
    Properties: {
      ConfigurationSetName: { Ref: 'Set' },
      EventDestination: {
        Enabled: true,
        EventBridgeDestination: { EventBusArn: 'arn:aws:events:local:000000000000:event-bus/default' },
        MatchingEventTypes: ['bounce', 'complaint', 'reject'],
      },
    },
  },
  Undelivered: { Type: 'AWS::SQS::Queue', Properties: {} },
  OfMails: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: {
        source: ['aws.ses'],
        'detail-type': ['Email Bounced', 'Email Complaint Received'],
        detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: 'Set' }], of: [{ exists: true }] } } },
      },
      Targets: [
        {
          Id: 'x',
          Arn: arn('Undelivered'),
          InputTransformer: {
            InputPathsMap: { kind: '$.detail.eventType', of: '$.detail.mail.tags.of', type: '$.detail-type' },
            InputTemplate: '{"kind":<kind>,"of":<of>,"said":"<type>!"}',
          },
        },
      ],
    },
  },
  Key: { Type: 'AWS::KMS::Key', Properties: {} },
}

/** Writes an assembly with these resources. @returns its folder. */
export function assemblyOf(all: Record<string, { Type: string; Properties: object }> = resources): string {
  const folder = mkdtempSync(join(inject('stackFolder'), 'small-stack-'))
  mkdirSync(join(folder, 'asset'))
  writeFileSync(
    join(folder, 'asset', 'index.mjs'),
    code.replace(
      "from '@aws-sdk/client-dynamodb'",
      `from ${JSON.stringify(import.meta.resolve('@aws-sdk/client-dynamodb'))}`,
    ),
  )
  const Outputs = {
    TableName: { Value: { Ref: 'Table' } },
    ApiUrl: {
      Value: {
        'Fn::Join': [
          '',
          [
            'https://',
            { Ref: 'Api' },
            '.execute-api.eu-central-1.',
            { Ref: 'AWS::URLSuffix' },
            '/',
            { Ref: 'Stage' },
            '/',
          ],
        ],
      },
    },
  }
  writeFileSync(join(folder, 'Small.template.json'), JSON.stringify({ Resources: all, Outputs }))
  writeFileSync(
    join(folder, 'Small.assets.json'),
    JSON.stringify({ files: { a: { source: { path: 'asset' }, destinations: { d: { objectKey: 'code.zip' } } } } }),
  )
  return folder
}
