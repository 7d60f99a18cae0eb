// The adapters by the names that a region's file gives. Used by whoever listens or speaks.
import type { NetworkName } from '../../regions/vocabulary.ts'
import { max } from './max.ts'
import type { Network } from './network.ts'
import { telegram } from './telegram.ts'
import { vk } from './vk.ts'

export const networks: Readonly<Record<NetworkName, Network>> = { vk, max, telegram }
