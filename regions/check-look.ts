// Finds colours of a region that could not be read, and an emblem that a page should not carry. Called by check.ts and load.ts.
import { expect, type Mistake } from './mistakes.ts'
import { palette, type Scheme, underAccent } from './palette.ts'
import type { RegionFile } from './schema.ts'

/** WCAG 2.2, 1.4.3: text of usual size. */
const READABLE = 4.5
const EMBLEM_BYTES = 4096

export function checkLook({ look }: RegionFile): Mistake[] {
  return Object.entries(look.accent ?? {}).flatMap(([scheme, colour]) => {
    const grounds = underAccent.map((name) => palette[scheme as Scheme][name])
    const worst = Math.min(...grounds.map((ground) => contrast(colour, ground)))
    const than = scheme === 'light' ? 'darker' : 'lighter'
    return expect(
      worst >= READABLE,
      `look.accent.${scheme}`,
      `cannot be read well (contrast ${worst.toFixed(1)}, at least ${READABLE} is needed): take a ${than} colour`,
    )
  })
}

/** What keeps an emblem from standing on every page: it is an image there, so it could not act, only weigh or show nothing. */
export function checkEmblem(svg: string): string | undefined {
  if (Buffer.byteLength(svg) > EMBLEM_BYTES)
    return `has ${Buffer.byteLength(svg)} bytes and stands on every page: at most ${EMBLEM_BYTES}`
  if (!/^\s*<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*<\/svg>\s*$/.test(svg))
    return 'must be one <svg xmlns="http://www.w3.org/2000/svg"> element: save it as plain SVG'
  if (!/^\s*<svg[^>]*viewBox="/.test(svg)) return 'needs a viewBox to be drawn at the size of a page'
  return undefined
}

/** Contrast of two colours (#rrggbb) as WCAG 2.2 defines it: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
