// How time is written in the pure parts: instants as text in events and cases, as numbers where they are computed. Used
// everywhere.

/** An instant as ISO 8601 text in UTC, to the millisecond: "2026-03-02T07:00:00.000Z". Two of them compare as text. */
export type Instant = string

/** An instant as milliseconds since 1970-01-01T00:00Z. */
export type EpochMilliseconds = number

/** How long something takes. */
export type Milliseconds = number
