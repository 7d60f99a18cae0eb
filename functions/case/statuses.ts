// Where a case can stand. Read by the decider, the pages and the statistics.

export const statuses = [
  'received',
  'routing',
  'triage',
  'assigned',
  'in_progress',
  'clarification',
  'answer_review',
  'rework',
  'resolved',
  'closed',
  'merged',
  'rejected',
] as const
export type Status = (typeof statuses)[number]

export const open: readonly Status[] = [
  'received',
  'routing',
  'triage',
  'assigned',
  'in_progress',
  'clarification',
  'answer_review',
  'rework',
]
export const withResponder: readonly Status[] = ['assigned', 'in_progress', 'rework']
