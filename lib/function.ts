// A function of ours: Node 24 on arm64, one log group that it alone may write, a role that starts with nothing else.
import { Duration, type RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { IGrantable, IPrincipal } from 'aws-cdk-lib/aws-iam'
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
  readonly environment?: Partial<Record<Variable, string>>
}

export class OtklikFunction extends Construct implements IGrantable {
  readonly lambda: LambdaFunction
  readonly grantPrincipal: IPrincipal
  readonly timeoutSeconds: number

  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id)
    this.timeoutSeconds = props.timeoutSeconds
    const logGroup = new LogGroup(this, 'Log', {
      retention: props.logDays,
      removalPolicy: props.removal,
      encryptionKey: props.key,
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    )
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.code),
      handler: 'index.handler',
      memorySize: props.memoryMegabytes,
      timeout: Duration.seconds(props.timeoutSeconds),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: { ...props.environment },
    })
    this.grantPrincipal = this.lambda.grantPrincipal
  }
}
