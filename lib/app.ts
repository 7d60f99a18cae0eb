// The CDK app as the CLI, the local engine and the tests make it: the same feature flags and the same checks whoever
// synthesizes, so that what was tested is what is deployed. Every rule of cdk-nag's AWS Solutions pack holds; an exception
// stands with its reason beside the construct it is made for.
import { App, Validations, type AppProps } from 'aws-cdk-lib'
import { CURRENTLY_RECOMMENDED_FLAGS } from 'aws-cdk-lib/cx-api'
import { AwsSolutionsChecks } from 'cdk-nag'

export function otklikApp(props: AppProps = {}): App {
  const app = appOf(props)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}

/** The same app for whoever only reads a template that is deployed by another: cdk-nag and CDK's own checks take nine tenths of the time. */
export function uncheckedApp(outdir: string): App {
  return appOf({ outdir, builtinCloudFormationValidation: false })
}

function appOf(props: AppProps): App {
  return new App({ ...props, analyticsReporting: false, context: { ...CURRENTLY_RECOMMENDED_FLAGS } })
}
