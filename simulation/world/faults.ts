// What goes wrong between a table, a stream, queues and timers, as probabilities each time something passes there. Used
// by the world.
export const faultClasses = [
  'lost timer',
  'double timer',
  'late timer',
  'lost event',
  'lost message',
  'double message',
  'reordered messages',
  'crash',
  'refused mail',
  'lost mail',
  'sweep down',
] as const
export type FaultClass = (typeof faultClasses)[number]

export interface Faults {
  readonly chances: Readonly<Partial<Record<FaultClass, number>>>
  /** While it lasts (ms, UTC) the stream delivers nothing; then everything at once. */
  readonly streamOutage?: { readonly from: number; readonly to: number }
}

export const noFaults: Faults = { chances: {} }

/** A bad year: everything goes wrong now and then. */
export const badYear: Faults['chances'] = {
  'lost timer': 0.05,
  'double timer': 0.05,
  'late timer': 0.05,
  'lost event': 0.02,
  'lost message': 0.02,
  'double message': 0.05,
  'reordered messages': 0.05,
  crash: 0.01,
  'refused mail': 0.03,
  'lost mail': 0.03,
  'sweep down': 0.03,
}
