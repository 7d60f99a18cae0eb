// Connects the default bus: which configuration sets of SES tell it what, and which rules pass that on to which queues.
// What the engine cannot do is refused by name, so that nobody waits for an event that never comes. Called by
// engine.ts.
import type { EventBus } from './event-bus.ts'
import type { Transformer } from './event-bus.ts'
import { unknownRules } from './event-pattern.ts'
import type { MailEvents } from './mail-events.ts'
import type { Queues } from './queues.ts'
import type { Resolver } from './resolver.ts'
import { resourcesOf, type Template } from './template.ts'

/** Kinds of events the engine has, and `reject`, which only a virus would cause. */
const known = ['bounce', 'complaint', 'reject']
const targetParts = ['Arn', 'Id', 'InputTransformer']

interface Parts {
  readonly template: Template
  readonly resolver: Resolver
  readonly queues: Queues
}

/** @throws Error naming the destination or the rule that the engine cannot run. */
export function connectBus(parts: Parts, bus: EventBus, mailEvents: MailEvents): void {
  for (const [id, declared] of resourcesOf(parts.template, 'AWS::SES::ConfigurationSetEventDestination'))
    destination(id, parts.resolver.resolve(declared) as DestinationProperties, mailEvents)
  for (const [id, declared] of resourcesOf(parts.template, 'AWS::Events::Rule'))
    rule(id, parts.resolver.resolve(declared) as RuleProperties, parts.queues, bus)
}

interface DestinationProperties {
  readonly ConfigurationSetName: string
  readonly EventDestination: {
    readonly Enabled?: boolean
    readonly MatchingEventTypes: readonly string[]
    readonly EventBridgeDestination?: { readonly EventBusArn: string }
  }
}

function destination(
  id: string,
  { ConfigurationSetName, EventDestination }: DestinationProperties,
  events: MailEvents,
) {
  const { Enabled, MatchingEventTypes, EventBridgeDestination } = EventDestination
  if (!EventBridgeDestination?.EventBusArn.endsWith(':event-bus/default'))
    throw new Error(`The local engine cannot run the event destination ${id}: it is not the default bus.`)
  const unknown = MatchingEventTypes.filter((one) => !known.includes(one.toLowerCase()))
  if (unknown.length > 0) throw new Error(`The local engine has no mail events ${unknown.join(', ')} for ${id}.`)
  if (Enabled)
    events.publish(
      ConfigurationSetName,
      MatchingEventTypes.map((one) => one.toLowerCase()),
    )
}

interface RuleProperties {
  readonly EventPattern?: Readonly<Record<string, unknown>>
  readonly EventBusName?: string
  readonly State?: string
  readonly Targets?: readonly { readonly Arn: string; readonly InputTransformer?: Transformer }[]
}

function rule(
  id: string,
  { EventPattern, EventBusName, State, Targets = [] }: RuleProperties,
  queues: Queues,
  bus: EventBus,
) {
  if (!EventPattern || State === 'DISABLED') return
  if (EventBusName && EventBusName !== 'default')
    throw new Error(`The local engine cannot run the rule ${id}: it has the default bus only.`)
  const rules = unknownRules(EventPattern)
  if (rules.length > 0) throw new Error(`The local engine does not know ${rules.join(', ')} of the rule ${id}.`)
  bus.add({
    pattern: EventPattern,
    targets: Targets.map((target) => {
      const unknown = Object.keys(target).filter((part) => !targetParts.includes(part))
      if (unknown.length > 0) throw new Error(`The local engine does not know ${unknown.join(', ')} of the rule ${id}.`)
      if (!target.Arn.includes(':sqs:'))
        throw new Error(`The local engine cannot run the rule ${id}: its target is no queue.`)
      const queue = queues.find(target.Arn)
      return {
        ...(target.InputTransformer && { transformer: target.InputTransformer }),
        send: (body: string) => void queues.send(queue, body),
      }
    }),
  })
}
