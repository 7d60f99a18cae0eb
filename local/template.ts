// Reads a synthesized stack: resources by type, intrinsic functions resolved. What the engine cannot run is refused by
// name before anything starts. Called by engine.ts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
}

export interface Template {
  readonly name: string
  readonly resources: Readonly<Record<string, Resource>>
  readonly outputs: Readonly<Record<string, { readonly Value: unknown }>>
  /** Folder of an asset by the key its zip would have in the assets bucket. */
  assetFolder(key: string): string
}

const runs = [
  'AWS::DynamoDB::Table',
  'AWS::SQS::Queue',
  'AWS::Lambda::Function',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::StepFunctions::StateMachine',
  'AWS::Events::Rule',
  'AWS::S3::Bucket',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGateway::Stage',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::SES::EmailIdentity',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::ReceiptRule',
]

/** What exists on AWS only: permissions, keys, logs, alarms, names. */
const inert = [
  /^AWS::(IAM|KMS|Logs|CloudWatch|SNS|WAFv2|Route53|CertificateManager)::/,
  /^AWS::Lambda::Permission$/,
  /^AWS::SQS::QueuePolicy$/,
  /^AWS::S3::BucketPolicy$/,
  /^AWS::CDK::Metadata$/,
  /^AWS::ApiGateway::(Account|RequestValidator|Model|DomainName|BasePathMapping|UsagePlan|ApiKey|UsagePlanKey)$/,
]

/** Reads one stack of a cloud assembly. @throws Error naming every resource the engine cannot run. */
export function readTemplate(assembly: string, stack: string): Template {
  const read = (file: string) => JSON.parse(readFileSync(join(assembly, file), 'utf8')) as Record<string, never>
  const { Resources = {}, Outputs = {} } = read(`${stack}.template.json`) as unknown as {
    Resources?: Record<string, Partial<Resource> & { Type: string }>
    Outputs?: Template['outputs']
  }
  const refused = Object.entries(Resources).filter(
    ([, { Type }]) => !runs.includes(Type) && !inert.some((one) => one.test(Type)),
  )
  if (refused.length > 0) {
    const names = refused.map(([id, { Type }]) => `  ${Type} (${id})`).join('\n')
    throw new Error(`The local engine cannot run these resources of ${stack}:\n${names}`)
  }
  const { files } = read(`${stack}.assets.json`) as unknown as {
    files: Record<string, { source: { path: string }; destinations: Record<string, { objectKey: string }> }>
  }
  const folders = new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }) => [objectKey, join(assembly, source.path)] as const),
    ),
  )
  return {
    name: stack,
    resources: Object.fromEntries(
      Object.entries(Resources).map(([id, { Type, Properties = {} }]) => [id, { Type, Properties }]),
    ),
    outputs: Outputs,
    assetFolder(key) {
      const folder = folders.get(key)
      if (!folder) throw new Error(`The assembly has no asset ${key}.`)
      return folder
    },
  }
}

/** The resources of one type, by logical id. */
export function resourcesOf(template: Template, type: string): [string, Resource['Properties']][] {
  return Object.entries(template.resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, { Properties }]) => [id, Properties])
}
