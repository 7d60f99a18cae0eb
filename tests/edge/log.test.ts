// Lines of the log, whole: what is masked, and metrics in the shape that CloudWatch reads.
import { beforeEach, expect, it, vi } from 'vitest'
import { count, log, logError } from '../../functions/edge/log.ts'
import { at, catchLog } from './events.ts'

let logged: ReturnType<typeof catchLog>
beforeEach(() => {
  vi.restoreAllMocks()
  logged = catchLog()
})

it('a line is its message and its fields', () => {
  log('case routed', { caseId: '95-260302-AAAAA', topic: undefined, failed: 0, permanent: false })
  expect(logged()).toEqual([{ message: 'case routed', caseId: '95-260302-AAAAA', failed: 0, permanent: false }])
})

it.each([
  ['Address a.b+c@mail.example.org is blocked.', 'Address …@… is blocked.'],
  ['"Имя" <zhitel@example.org>', '"Имя" <…@…>'],
  ['житель@почта.рф', '…@…'],
  ['one@a.example two@b.example', '…@… …@…'],
  ['root@localhost', '…@…'],
  [
    'at file:///var/task/node_modules/@middy/core/index.js:1',
    'at file:///var/task/node_modules/@middy/core/index.js:1',
  ],
])('an error’s line says %j as %j', (reason, masked) => {
  const error = Object.assign(new TypeError(reason), { stack: `TypeError: ${reason}\n  at here` })
  logError('message failed', error, { messageId: 'm1' })
  expect(logged()).toEqual([
    {
      message: 'message failed',
      messageId: 'm1',
      error: 'TypeError',
      reason: masked,
      stack: `TypeError: ${masked}\n  at here`,
    },
  ])
})

it('an error that is none is said as a text', () => {
  logError('request failed', 'zhitel@example.org')
  expect(logged()).toMatchObject([{ message: 'request failed', error: 'Error', reason: '…@…' }])
})

it('a metric is a line in CloudWatch’s embedded format', () => {
  vi.spyOn(Date, 'now').mockReturnValue(Date.parse(at))
  const region = { code: '95', stage: 'test' } as const
  count('Healed', 3, region, { caseId: '95-260302-AAAAA', what: 'notice' })
  count('Doubled', 1, region)
  const told = (Name: string) => ({
    Timestamp: Date.parse(at),
    CloudWatchMetrics: [{ Namespace: 'Otklik', Dimensions: [['region', 'stage']], Metrics: [{ Name, Unit: 'Count' }] }],
  })
  expect(logged()).toEqual([
    { _aws: told('Healed'), Healed: 3, region: '95', stage: 'test', caseId: '95-260302-AAAAA', what: 'notice' },
    { _aws: told('Doubled'), Doubled: 1, region: '95', stage: 'test' },
  ])
})
