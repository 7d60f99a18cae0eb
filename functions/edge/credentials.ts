// Stands in for the SDK's chain of credential providers when the functions are bundled: Lambda always gives its
// credentials by environment, and the other providers would be a sixth of every bundle.
import { fromEnv } from '@aws-sdk/credential-provider-env'

export const defaultProvider = () => fromEnv()
