// An exception from a cdk-nag rule, with the reason it is made for, at the construct it concerns. Called by the
// constructs.
import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  Validations.of(construct).acknowledge({ id, reason })
}
