// The pipeline to copy asks for nothing that is not there, and holds no key of AWS.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lookAt, stackOf } from './synthesize.ts'

const pipeline = readFileSync('docs/pipeline/region.yml', 'utf8')
const firstDay = readFileSync('docs/first-day.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

it('calls commands that exist', () => {
  const called = [...`${pipeline}\n${firstDay}`.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!)
  expect(called.length).toBeGreaterThan(3)
  for (const name of called) expect(Object.keys(scripts)).toContain(name)
})

it('signs in by OIDC, for as little as each job needs', () => {
  expect(pipeline).not.toMatch(/AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)/)
  const jobs = pipeline.split('\njobs:\n')[1]!.split(/\n {2}(?=\w+:\n)/)
  expect(jobs.map((job) => /\w+/.exec(job)![0])).toEqual(['check', 'difference', 'trial', 'production'])
  for (const job of jobs)
    expect(job.includes('id-token: write'), job.slice(0, 12)).toBe(job.includes('configure-aws-credentials'))
  expect(jobs[0]).not.toContain('environment:')
  expect(jobs[3]).toContain('environment: production')
})

it('rolls back by alarms that the stack has', () => {
  const [, names] = /Alarms\(([\w|]+)\)/.exec(firstDay)!
  const alarms = lookAt(stackOf('95'))
    .of('AWS::CloudWatch::Alarm')
    .map(({ id }) => id)
  expect(names!.split('|').length).toBe(5)
  for (const name of names!.split('|'))
    expect(alarms.filter((id) => id.startsWith(`Alarms${name}`)).length, name).toBe(1)
})
