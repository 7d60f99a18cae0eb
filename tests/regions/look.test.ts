// A region's emblem: what stands beside its file, and what is refused. The formula of contrast against the figures of WCAG.
import { copyFileSync, cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { contrast } from '../../regions/check-look.ts'
import { readRegion, regionPath } from '../../regions/load.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'

function withEmblem(svg: string | undefined) {
  const folder = mkdtempSync(join(inject('stackFolder'), 'look-'))
  cpSync(dirname(regionPath('87')), folder, { recursive: true, filter: (name) => !name.endsWith('.svg') })
  copyFileSync(regionPath('87'), join(folder, 'region.json'))
  if (svg !== undefined) writeFileSync(join(folder, 'emblem.svg'), svg)
  return readRegion(folder)
}

it('an emblem is an image on the page, where nothing in it can act', () => {
  const read = withEmblem(SVG)
  expect(read).toHaveProperty('region.emblem', `data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}`)
})

it.each([
  ['that is not there', undefined, /does not stand beside/],
  ['too heavy', SVG.replace('><', `><!--${'x'.repeat(4096)}--><`), /4\d{3} bytes .* at most 4096/],
  ['that is no SVG', 'emblem', /must be one <svg/],
  ['without a viewBox', SVG.replace(/ viewBox="[^"]*"/, ''), /needs a viewBox/],
])('an emblem %s is refused', (_, svg, message) => {
  expect(withEmblem(svg)).toEqual({
    mistakes: [{ path: 'look.emblem', message: expect.stringMatching(message) as string }],
  })
})

it.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#1a5a96', '#1a5a96', 1],
])('the contrast of %s on %s is %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2)
  expect(contrast(other, one)).toBeCloseTo(ratio, 2)
})
