// The names of what figures are told of: spans of days, tables, ages, whose turn it is. Read by everything that counts them or puts them into words.

/** How many days back, today included. */
export const periods = { week: 7, month: 30, quarter: 92 } as const
export type Period = keyof typeof periods

export const tableNames = ['waiting', 'ages', 'days', 'organisations', 'topics'] as const
export type TableName = (typeof tableNames)[number]

/** Days since the message came: the first that is not counted there any more. */
export const ages = [
  { name: 'today', below: 1 },
  { name: 'days3', below: 4 },
  { name: 'week', below: 8 },
  { name: 'fortnight', below: 15 },
  { name: 'month', below: 31 },
  { name: 'longer', below: Infinity },
] as const
export type Age = (typeof ages)[number]['name']

/** Who is to act. */
export const standings = ['triage', 'moderation', 'review', 'organisation'] as const
export type Standing = (typeof standings)[number]

/** In which official pages are listed. */
export const orders = ['name', 'answers', 'waiting'] as const
export type Order = (typeof orders)[number]
