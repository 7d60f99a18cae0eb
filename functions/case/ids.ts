// Makes the ids of cases, messages and events. A case's id is read out over the telephone: region, date, five
// characters of Crockford's alphabet, which has no I, L, O or U. It opens nothing by itself. Called by intake and
// whatever takes an id from outside.
export type Random = (bytes: number) => Uint8Array

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A case's number, e.g. "95-261123-7K4QF"; unique enough to be written on condition that it is new. */
export function newCaseId(region: string, localDate: string, random: Random): string {
  return `${region}-${localDate.slice(2).replaceAll('-', '')}-${letters(5, random)}`
}

/** Random letters of Crockford's alphabet, five bits each. */
export function letters(count: number, random: Random): string {
  return Array.from(random(count), (byte) => alphabet[byte & 31]).join('')
}

export const caseIdPattern = /^\d{2,3}-\d{6}-[0-9A-HJKMNP-TV-Z]{5}$/
