// The saved queries as they are deployed: each in the stack's folder, over the logs of those it asks; the runbook names them all.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { functionNames } from '../../lib/bundle.ts'
import { savedQueries } from '../../lib/log-queries.ts'
import { atStage } from '../../regions/stages.ts'
import { idIn, lookAt, stackOf, withAll } from './synthesize.ts'

const look = lookAt(stackOf('95', (region) => atStage(withAll(region), 'test')))
const runbook = readFileSync('docs/runbook.md', 'utf8')
  .replaceAll(/```[\s\S]*?```/g, '')
  .replaceAll(/\s+/g, ' ')

it('each stands in its stage’s folder, over the logs of whom it asks, with what it asks for', () => {
  const logOf = (name: string) => (name === 'door' ? 'DoorAccessLog' : `${name[0]!.toUpperCase()}${name.slice(1)}Log`)
  const deployed = look.of('AWS::Logs::QueryDefinition').map(({ Properties }) => ({
    ...Properties,
    LogGroupNames: (Properties['LogGroupNames'] as unknown[]).map((name) => idIn(name).slice(0, -8)).sort(),
  }))
  expect(deployed).toEqual(
    Object.entries(savedQueries).map(([name, { of = functionNames, commands, asks }]) => ({
      Name: `Otklik-95-test/${name}`,
      QueryString: commands.join('\n| '),
      LogGroupNames: of.map(logOf).sort(),
      ...(asks && { Parameters: Object.entries(asks).map(([Name, Description]) => ({ Name, Description })) }),
    })),
  )
})

it('what is asked for each time is what stands in double braces', () => {
  for (const [name, { commands, asks = {} }] of Object.entries(savedQueries))
    expect(
      [...commands.join().matchAll(/\{\{(\w+)\}\}/g)].map(([, one]) => one),
      name,
    ).toEqual(Object.keys(asks))
})

it('the runbook names every one, and none that is not there', () => {
  const named = [...runbook.matchAll(/"([A-Z][^"]+)"/g)].map(([, name]) => name!)
  expect([...new Set(named)].sort()).toEqual(Object.keys(savedQueries).sort())
})

it('85 regions stay within what an AWS region keeps, which nobody may raise', () => {
  expect(look.of('AWS::Logs::QueryDefinition').length * 85).toBeLessThanOrEqual(1_000)
})
