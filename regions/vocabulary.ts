// Words and days that the region's file and the workflow share. Read by both.

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

/** Kinds of places that a region's file may name; routing knows each in all its cases, and by its short forms. */
export const placeKinds = [
  'город',
  'село',
  'посёлок',
  'деревня',
  'хутор',
  'станица',
  'слобода',
  'аул',
  'местечко',
  'станция',
  'разъезд',
  'микрорайон',
  'сельсовет',
] as const

/** Whom a reminder goes to: in this order, one who is missing is stood in for by the next. */
export const standing = ['responder', 'deputy', 'supervisor', 'head', 'operator'] as const

/** What is done with what routing finds by itself: kept out of sight, shown to a person, acted on. */
export const routingModes = ['shadow', 'suggest', 'auto'] as const
export type RoutingMode = (typeof routingModes)[number]

/** What somebody may be in the console. */
export const staffRoles = ['operator', 'moderator', 'supervisor', 'municipal', 'analyst', 'administrator'] as const

/**
 * The non-working holidays of article 112 of the Labour Code of Russia, by month and day: days off of every year, whatever
 * the Government transfers on top of them.
 */
export const newYearHolidays = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'] as const
export const otherHolidays = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'] as const

/** Where a region may be deployed: itself (prod), and beside it to be tried. */
export const stages = ['dev', 'test', 'prod'] as const
export type Stage = (typeof stages)[number]

/** Social networks and messengers that a region can be written to in. */
export const networks = ['vk', 'max', 'telegram'] as const
export type NetworkName = (typeof networks)[number]

/** Where official pages are: beside those networks, some that nobody here reads. */
export const pageNetworks = ['vk', 'ok', 'max', 'telegram', 'site'] as const
export type PageNetwork = (typeof pageNetworks)[number]

/** What stands in the text of a ready answer between braces: each is taken from the case. */
export const templateVariables = ['place', 'address', 'number', 'date', 'organisation'] as const
export type TemplateVariable = (typeof templateVariables)[number]
