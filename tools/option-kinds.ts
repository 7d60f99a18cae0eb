// What the value of an option may be. Called by options.ts with what was typed.
import { existsSync } from 'node:fs'
import { regionCodes } from '../regions/load.ts'

/** @returns what the value must be, where it is something else. */
export type Kind = (value: string) => string | undefined

export const whole =
  (least: number, most = 1_000_000_000): Kind =>
  (value) =>
    /^\d{1,10}$/.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `give a whole number from ${least} to ${most}.`

export const port = whole(1, 65_535)

export const aboveZero: Kind = (value) =>
  Number(value) > 0 && Number.isFinite(Number(value)) ? undefined : 'give a number above 0.'

export const share: Kind = (value) =>
  aboveZero(value) === undefined && Number(value) <= 1 ? undefined : 'give a share above 0 and up to 1.'

export const instant: Kind = (value) =>
  /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : 'give an instant, e.g. 2026-03-02T07:00:00Z.'

export const date: Kind = (value) =>
  /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00Z`).toJSON()?.startsWith(value)
    ? undefined
    : 'give a date, e.g. 2026-03-02.'

export const region: Kind = (value) =>
  regionCodes().includes(value) ? undefined : `there is no such region; regions/ has ${regionCodes().join(', ')}.`

export const timeZone: Kind = (value) =>
  Intl.supportedValuesOf('timeZone').includes(value) ? undefined : 'give a time zone, e.g. Europe/Moscow.'

export const file: Kind = (value) => (existsSync(value) ? undefined : 'there is no such file.')

export const webAddress: Kind = (value) =>
  ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? '')
    ? undefined
    : 'give an address that begins with http:// or https://.'

export const oneOf =
  (...values: readonly string[]): Kind =>
  (value) =>
    values.includes(value) ? undefined : `give one of ${values.join(', ')}.`
