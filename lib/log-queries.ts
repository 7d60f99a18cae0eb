// What whoever is on call asks the logs, in CloudWatch's own language (Logs Insights QL). The fields are those of
// functions/edge/log.ts and of the door's access log (rest-api.ts); those with @ CloudWatch makes itself. Saved by
// saved-queries.ts, shown by dashboard.ts.
import type { StandingFunction } from './bundle.ts'

export interface LogQuery {
  /** Whose logs it reads; those of every function if nothing is said. */
  readonly of?: readonly (StandingFunction | 'door')[]
  /** Its commands, one after the other. */
  readonly commands: readonly string[]
  /** What is asked for each time: `{{name}}` in the commands, and what it means. */
  readonly asks?: Readonly<Record<string, string>>
}

/**
 * By the name under which docs/runbook.md speaks of it. An account may save 1,000 in an AWS region, so no more than eleven
 * for each of 85 regions.
 */
export const savedQueries: Readonly<Record<string, LogQuery>> = {
  'Errors by function': {
    commands: [
      'fields coalesce(error, errorType) as fault, coalesce(reason, errorMessage) as cause',
      'filter ispresent(fault) or @message like /Task timed out|Runtime exited/',
      'stats count(*) as times, latest(@timestamp) as lastAt, latest(cause) as lastCause by @log, message, fault',
      'sort times desc',
      'limit 50',
    ],
  },
  'What happened to a case': {
    asks: { id: 'a case, a request or a message of a queue, in quotes: "95-261123-7K4QF"' },
    commands: ['fields @timestamp, @log, @message', 'filter @message like {{id}}', 'sort @timestamp asc', 'limit 1000'],
  },
  'Slow requests': {
    of: ['door'],
    commands: [
      'stats count(*) as requests, pct(ms, 50) as half, pct(ms, 95) as most, max(ms) as longest by method, route',
      'sort most desc',
    ],
  },
  'Failed requests': {
    of: ['door'],
    commands: [
      'fields @timestamp, method, route, status, ms, requestId',
      'filter status like /^5/',
      'sort @timestamp desc',
      'limit 200',
    ],
  },
  'Notices not delivered': {
    of: ['notify', 'bounce', 'sweep'],
    commands: [
      'fields @timestamp, caseId, message, kind, why, permanent, reason',
      'filter message in ["notice refused for good", "notice not made", "notice has no address", "notice withheld", "notice unwanted", "mail undelivered"]',
      'sort @timestamp desc',
      'limit 200',
    ],
  },
  'What was healed': {
    of: ['sweep'],
    commands: [
      'filter ispresent(Healed)',
      'stats sum(Healed) as times, earliest(@timestamp) as firstAt, latest(@timestamp) as lastAt by what, caseId',
      'sort lastAt desc',
      'limit 200',
    ],
  },
  'Messages on the way to dead letters': {
    of: ['route', 'notify', 'record', 'tick', 'bounce'],
    commands: [
      'filter message = "message failed"',
      'stats count(*) as tries, earliest(@timestamp) as firstAt, latest(@timestamp) as lastAt, latest(reason) as lastReason by @log, messageId',
      'sort tries desc',
      'limit 50',
    ],
  },
  'Who writes how much': {
    of: ['api', 'report'],
    commands: [
      'fields coalesce(integrator, channel) as sender',
      'filter message = "message accepted"',
      'stats count(*) as messages, latest(@timestamp) as lastAt by sender, outcome, test',
      'sort messages desc',
    ],
  },
  'Time and memory of functions': {
    commands: [
      'filter @type = "REPORT"',
      'stats count(*) as runs, pct(@duration, 95) as most, max(@duration) as longest, max(@maxMemoryUsed / @memorySize) as memoryUsed by @log',
      'sort longest desc',
    ],
  },
  'Runs of sweep and digest': {
    of: ['sweep', 'digest'],
    commands: [
      'fields @timestamp, message, checked, failed, notices, mails, queued',
      'filter message in ["swept", "digest"]',
      'sort @timestamp desc',
      'limit 200',
    ],
  },
}

/** By the title of what the dashboard draws. */
export const shownQueries: Readonly<Record<string, LogQuery>> = {
  'Cases in and out': {
    of: ['dispatch'],
    commands: [
      'filter message = "events dispatched"',
      'stats sum(received) as came, sum(answer_approved) as answered, sum(closed) as ended by bin(1h)',
    ],
  },
  'Deadlines missed, and those told of them': {
    of: ['dispatch'],
    commands: [
      'filter message = "events dispatched"',
      'stats sum(missed) as deadlines, sum(escalated) as people by bin(1h)',
    ],
  },
  'Notices sent, refused, bounced': {
    of: ['notify', 'bounce'],
    commands: [
      'filter message in ["notice sent", "notice refused for good", "mail undelivered"]',
      'fields strcontains(message, "notice sent") as isSent, strcontains(message, "notice refused") as isRefused, strcontains(message, "mail undelivered") as isBounced',
      'stats sum(isSent) as sent, sum(isRefused) as refused, sum(isBounced) as bounced by bin(1h)',
    ],
  },
}
