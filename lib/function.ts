// A function of ours: Node 24 on arm64, one log group that it alone may write, a role that starts with nothing else.
// Its log is text, because our functions print JSON lines themselves: Lambda's own JSON format would wrap each line into a
// string, and CloudWatch would then find no metric in it. No concurrency is reserved: reserving needs 100 left over, which
// a new account (10) does not have; the door is throttled at its stage and the queues by their mappings.
import { Duration, type RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { IGrantable, IPrincipal, PolicyStatementProps } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { Variable } from '../functions/edge/environment.ts'

export interface FunctionProps {
  /** The folder with index.mjs. */
  readonly code: string
  readonly memoryMegabytes: number
  readonly timeoutSeconds: number
  readonly logDays: number
  readonly removal: RemovalPolicy
  readonly key: IKey
}

export class OtklikFunction extends Construct implements IGrantable {
  readonly lambda: LambdaFunction
  readonly log: LogGroup
  readonly grantPrincipal: IPrincipal
  readonly timeoutSeconds: number
  readonly memoryMegabytes: number

  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id)
    this.timeoutSeconds = props.timeoutSeconds
    this.memoryMegabytes = props.memoryMegabytes
    this.log = new LogGroup(this, 'Log', {
      retention: props.logDays,
      removalPolicy: props.removal,
      encryptionKey: props.key,
    })
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.code),
      handler: 'index.handler',
      memorySize: props.memoryMegabytes,
      timeout: Duration.seconds(props.timeoutSeconds),
      role: new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
      logGroup: this.log,
      loggingFormat: LoggingFormat.TEXT,
    })
    this.grantPrincipal = this.lambda.grantPrincipal
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [this.log.logGroupArn])
  }

  /** Tells the function something it reads from its environment. */
  tell(variable: Variable, value: string): void {
    this.lambda.addEnvironment(variable, value)
  }

  /** Allows the function exactly these actions. */
  allow(actions: string[], resources: string[], conditions?: PolicyStatementProps['conditions']): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }))
  }
}
