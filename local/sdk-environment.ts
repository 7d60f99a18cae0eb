// Gives the unmodified SDK clients the environment in which they find the engine. Called by engine.ts.
import { REGION } from './resolver.ts'

/** Of every access key: what is signed with it was signed on this machine. */
export const SECRET = 'local'

/** Where the simulator of social networks is, beside the services: no bucket is called so. */
export const NETWORKS_PATH = '/-networks'

/** AWS_ENDPOINT_URL_… of every service. */
export function endpointsAt(tableUrl: string, awsUrl: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: tableUrl,
    AWS_ENDPOINT_URL_SQS: awsUrl,
    AWS_ENDPOINT_URL_SFN: awsUrl,
    AWS_ENDPOINT_URL_SES: awsUrl,
    AWS_ENDPOINT_URL_S3: awsUrl,
    AWS_ENDPOINT_URL_SSM: awsUrl,
  }
}

/** The environment of the functions. */
export function sdkEnvironment(endpoints: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    ...endpoints,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: SECRET,
    TZ: 'UTC',
    NODE_OPTIONS: '',
    // Receivers of webhooks may run beside the engine; no deployed stack says so.
    LOCAL_RECEIVERS: 'yes',
    // The simulator of social networks, beside the services: its address stays where a worker does.
    LOCAL_NETWORKS: `${endpoints['AWS_ENDPOINT_URL_SQS']}${NETWORKS_PATH}`,
  }
}
