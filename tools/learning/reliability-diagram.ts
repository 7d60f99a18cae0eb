// Draws how often a model was right where it was so sure: on the diagonal it says the truth. Called by npm run train and evaluate.
import type { Figures } from '../../functions/learning/measure.ts'

const SIDE = 320
const GAP = 70
const TOP = 60
const BOTTOM = 60
const MOST_RADIUS = 16

/** An SVG with a square for each head. */
export function reliabilityDiagram(all: ReadonlyArray<{ readonly name: string; readonly figures: Figures }>): string {
  const width = all.length * (SIDE + GAP) + GAP
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${TOP + SIDE + BOTTOM}" font-family="Arial, sans-serif" font-size="13" fill="#1c2733">`,
    `<rect width="${width}" height="${TOP + SIDE + BOTTOM}" fill="#fff"/>`,
    ...all.flatMap(({ name, figures }, index) => square(name, figures, GAP + index * (SIDE + GAP))),
    '</svg>',
    '',
  ].join('\n')
}

function square(name: string, { reliability, rows, calibrationError }: Figures, left: number): string[] {
  const x = (share: number) => (left + share * SIDE).toFixed(1)
  const y = (share: number) => (TOP + (1 - share) * SIDE).toFixed(1)
  return [
    `<text x="${left}" y="24" font-size="16" font-weight="bold">${name}</text>`,
    `<text x="${left}" y="44">${rows} messages, calibration error ${calibrationError.toFixed(3)}</text>`,
    `<rect x="${left}" y="${TOP}" width="${SIDE}" height="${SIDE}" fill="none" stroke="#9aa7b2"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#9aa7b2" stroke-dasharray="4 4"/>`,
    ...[0, 0.5, 1].flatMap((tick) => [
      `<text x="${x(tick)}" y="${TOP + SIDE + 18}" text-anchor="middle">${tick * 100} %</text>`,
      `<text x="${left - 8}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick * 100} %</text>`,
    ]),
    `<text x="${x(0.5)}" y="${TOP + SIDE + 40}" text-anchor="middle">how sure</text>`,
    ...reliability.map(({ sure, right, of }) => {
      const radius = Math.max(3, MOST_RADIUS * Math.sqrt(of / rows)).toFixed(1)
      return `<circle cx="${x(sure)}" cy="${y(right / of)}" r="${radius}" fill="#1a5a96" fill-opacity="0.7"><title>sure ${(100 * sure).toFixed(0)} %: ${right} of ${of} right</title></circle>`
    }),
  ]
}
