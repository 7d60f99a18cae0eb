// The region's front door. Access logs name the route, never the path: paths hold the secrets of links. Whatever the
// gateway refuses itself is refused in the same form as the functions do. Made by region-stack.ts.
import { RemovalPolicy, Size, Stack } from 'aws-cdk-lib'
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseType,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { Firewall } from './firewall.ts'
import type { OtklikFunction } from './function.ts'

const STAGE = 'live'

export interface RestApiProps {
  readonly requestsPerSecond: number
  readonly burst: number
  readonly waf: boolean
  readonly phone: string
  readonly logDays: number
  readonly removal: RemovalPolicy
  readonly key: IKey
  readonly functions: Readonly<
    Record<
      | 'api'
      | 'report'
      | 'respond'
      | 'track'
      | 'review'
      | 'publish'
      | 'open311'
      | 'console'
      | 'desk'
      | 'acts'
      | 'figures'
      | 'admin'
      | 'call'
      | 'bulk'
      | 'imports'
      | 'signin'
      | 'directory',
      OtklikFunction
    > & { readonly photos?: OtklikFunction; readonly passkey?: OtklikFunction; readonly listen?: OtklikFunction }
  >
}

export class FrontDoor extends Construct {
  readonly api: RestApi
  readonly log: LogGroup

  constructor(scope: Construct, id: string, props: RestApiProps) {
    super(scope, id)
    this.log = new LogGroup(this, 'AccessLog', {
      retention: props.logDays,
      encryptionKey: props.key,
      removalPolicy: props.removal,
    })
    this.api = new RestApi(this, 'Api', {
      // Its metrics go by this name: two regions in one account must not share it.
      restApiName: Stack.of(this).stackName,
      endpointTypes: [EndpointType.REGIONAL],
      // A page of 20 KB travels as 7; what is shorter than this gains nothing (decision 50).
      minCompressionSize: Size.kibibytes(1),
      // Files come and go as bytes: forms with a file, and what a browser opens (decision 65). It decides by the first type of Accept.
      binaryMediaTypes: ['multipart/form-data', 'text/html'],
      // One role for all APIs of an account, without which no stage may log. It outlives the stack that made it, because
      // the stacks of other regions log by it too.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName: STAGE,
        throttlingRateLimit: props.requestsPerSecond,
        throttlingBurstLimit: props.burst,
        // Those by method cost up to $16 a month; those of the whole API are there without.
        metricsEnabled: false,
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        accessLogDestination: new LogGroupLogDestination(this.log),
        accessLogFormat: AccessLogFormat.custom(
          JSON.stringify({
            requestId: AccessLogField.contextRequestId(),
            at: AccessLogField.contextRequestTimeEpoch(),
            method: AccessLogField.contextHttpMethod(),
            route: AccessLogField.contextResourcePath(),
            status: AccessLogField.contextStatus(),
            ms: AccessLogField.contextResponseLatency(),
          }),
        ),
      },
    })
    this.#routes(props.functions)
    this.#answers()
    if (props.waf) new Firewall(this, 'Firewall', { stageArn: this.api.deploymentStage.stageArn, phone: props.phone })
    this.#exceptions(props.waf)
  }

  /** Where the API is, without a trailing slash. */
  get url(): string {
    return this.api.urlForPath().replace(/\/$/, '')
  }

  #routes(functions: RestApiProps['functions']) {
    const { api, report, respond, track, review, publish, open311, signin, photos, passkey, listen } = functions
    // Every method: the functions answer HEAD, and say of any other which they know.
    // One permission for a function and this whole API: one for each of its addresses would be a tenth of what a stack may hold (decision 64).
    const route = (path: string, fn: OtklikFunction) =>
      this.api.root
        .resourceForPath(path)
        .addMethod('ANY', new LambdaIntegration(fn.lambda, { scopePermissionToMethod: false }))
    route('v1/messages', api)
    route('v1/messages/batch', api)
    route('v1/cases', api)
    route('v1/cases/{id}', api)
    for (const act of ['missing', 'messages', 'withdraw', 'rate', 'reopen']) route(`v1/cases/{id}/${act}`, api)
    route('v1/cases/{id}/photos', api)
    route('v1/cases/{id}/photos/{photo}', api)
    route('v1', api)
    route('v1/openapi.json', api)
    for (const list of ['events', 'statistics', 'topics', 'municipalities', 'organisations']) route(`v1/${list}`, api)
    route('open311/v2/{proxy+}', open311)
    route('report', report)
    // The steps before sending: what they take makes no case, and the firewall does not count it.
    route('form/{step}', report)
    route('a/{token}', respond)
    route('a/{token}/{page}', respond)
    route('t/{token}', track)
    route('t/{token}/{page}', track)
    route('r/{token}', review)
    if (photos)
      for (const page of ['t/{token}', 'a/{token}', 'a/{token}/{page}', 'r/{token}'])
        for (const part of ['photos', 'photos/{photo}']) route(`${page}/${part}`, photos)
    route('console', functions.console)
    route('console/{proxy+}', functions.console)
    route('console/cases/{id}', functions.desk)
    route('console/cases/{id}/{act}', functions.acts)
    route('console/figures', functions.figures)
    route('console/figures/{table}', functions.figures)
    for (const page of ['pages', 'pages/{proxy+}']) route(`console/${page}`, functions.figures)
    for (const page of ['audit', 'keys', 'keys/{id}', 'models']) route(`console/${page}`, functions.admin)
    for (const page of ['directory', 'directory/{id}', 'entry/{id}', 'changes', 'changes/{id}', 'successor/{id}'])
      route(`console/${page}`, functions.directory)
    route('console/call', functions.call)
    // Only where somebody listens there are comments.
    if (listen) route('console/comments', functions.call)
    route('console/bulk', functions.bulk)
    for (const page of ['imports', 'imports/{proxy+}']) route(`console/${page}`, functions.imports)
    route('console/sign-in', signin)
    route('console/sign-in/{link}', signin)
    if (passkey) for (const page of ['passkey', 'passkeys']) route(`console/${page}`, passkey)
    if (listen) route('hooks/{channel}', listen)
    route('public', publish)
    route('my', publish)
    route('public/{municipality}', publish)
    route('public/answers', publish)
    route('public/answers/{answer}', publish)
    route('public/answers.atom', publish)
    route('public/embed', publish)
    route('/', report)
    route('{proxy+}', report)
  }

  /** Where no function is asked, the gateway says so in the same terms (RFC 9457), in English: it reads no Accept-Language. */
  #answers() {
    const answer = (type: ResponseType, status: number | undefined, code: string, title: string, comesBack = false) =>
      this.api.addGatewayResponse(`Answer${code}`, {
        type,
        ...(status && { statusCode: String(status) }),
        responseHeaders: {
          'Content-Type': "'application/problem+json'",
          'Content-Language': "'en'",
          'Cache-Control': "'no-store'",
          'X-Content-Type-Options': "'nosniff'",
          'Strict-Transport-Security': "'max-age=31536000'",
          ...(comesBack && { 'Retry-After': "'5'" }),
        },
        templates: {
          'application/json': `{"type":"urn:otklik:problem:${code}","title":"${title}",${status ? `"status":${status},` : ''}"detail":$context.error.messageString,"code":"${code}","requestId":"$context.requestId"}`,
        },
      })
    answer(ResponseType.MISSING_AUTHENTICATION_TOKEN, 404, 'no-such-route', 'Not found')
    answer(ResponseType.THROTTLED, 429, 'too-many-requests', 'Too many requests', true)
    answer(ResponseType.REQUEST_TOO_LARGE, 413, 'too-large', 'The request is too large')
    answer(ResponseType.UNSUPPORTED_MEDIA_TYPE, 415, 'unsupported', 'Unsupported format')
    answer(ResponseType.WAF_FILTERED, 403, 'filtered', 'Refused by the firewall')
    answer(ResponseType.INTEGRATION_TIMEOUT, 504, 'timed-out', 'It took too long', true)
    answer(ResponseType.DEFAULT_4XX, undefined, 'refused', 'The request was refused')
    // Also where Lambda refuses a request above the account's concurrency, of which the gateway alone would say 500.
    answer(ResponseType.DEFAULT_5XX, 503, 'unavailable', 'Not available just now', true)
  }

  #exceptions(waf: boolean) {
    acknowledge(
      this.api,
      'AwsSolutions-APIG2',
      'The functions validate every field themselves and say in plain words what is wrong.',
    )
    acknowledge(
      this.api,
      'AwsSolutions-APIG4',
      'Integrators are known by our own hashed keys, people by the secret of their link; citizens need no account.',
    )
    acknowledge(this.api, 'AwsSolutions-COG4', 'There are no accounts: links and keys are checked by the functions.')
    acknowledge(
      this.api,
      'AwsSolutions-APIG6',
      'Execution logs would hold the paths, and so the secrets of links; the access log names the routes.',
    )
    acknowledge(
      this.api,
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      'API Gateway asks for this role of its own, once an account; no function has it.',
    )
    if (!waf)
      acknowledge(
        this.api,
        'AwsSolutions-APIG3',
        'The region’s file switches the firewall off; the stage throttles all the same.',
      )
  }
}
