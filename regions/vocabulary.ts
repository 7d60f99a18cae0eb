// Words that the region's file and the workflow share.

/** The separate clocks of a case (domain: moderation, coordination, acceptance, first and final response …). */
export const clockNames = [
  'moderation',
  'assignment',
  'acceptance',
  'firstResponse',
  'finalAnswer',
  'finalAfterInterim',
  'answerReview',
  'clarification',
  'rating',
] as const

/** Whom a reminder goes to: in this order, one who is missing is stood in for by the next. */
export const standing = ['responder', 'deputy', 'supervisor', 'head', 'operator'] as const
