// Faults put in by hand: whoever changes the simulator or its plain account can see that each is still found, and by
// which rule. Called by npm run simulate.
import { edges } from './planted/edges.ts'
import { known } from './planted/known.ts'

export const planted = { ...known, ...edges }
export type PlantedName = keyof typeof planted
