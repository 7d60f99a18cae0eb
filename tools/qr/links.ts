// Makes the links that open a dialog of a network with a place: of each only what its documents allow in a link, which an id of the region's file is. Called
// by tools/qr.ts.
import type { ChannelSettings } from '../../regions/schema.ts'

/** Telegram takes 64 characters of A–Z, a–z, 0–9, "_" and "-" (core.telegram.org/bots/features#deep-linking), the others more. */
const forms: Readonly<Record<ChannelSettings['network'], (account: string, place: string) => string>> = {
  vk: (account, place) => `https://vk.com/write-${account}?ref=${place}&ref_source=qr`,
  max: (account, place) => `https://max.ru/${account}?start=${place}`,
  telegram: (account, place) => `https://t.me/${account}?start=${place}`,
}

/** @param place the id of a place or of a municipality of the region's file */
export function dialogLink({ network, account }: ChannelSettings, place: string): string {
  return forms[network](account, place)
}
