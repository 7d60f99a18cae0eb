// Draws the backlog of a replay: messages received and cases not yet at rest, over the hours of the messages. Called by
// npm run replay.
import type { Stretch } from './backlog.ts'

const WIDTH = 1_000
const HEIGHT = 420
const LEFT = 60
const TOP = 60
const BOTTOM = 50

/** An SVG; `speed` turns the replay's time into that of the messages. */
export function backlogPicture(all: readonly Stretch[], speed: number, title: string): string {
  const width = (WIDTH - LEFT - 20) / Math.max(1, all.length)
  const height = HEIGHT - TOP - BOTTOM
  const most = Math.max(1, ...all.map(({ received, backlogMax }) => Math.max(received, backlogMax)))
  const y = (value: number) => TOP + height * (1 - value / most)
  const bar = (index: number, share: number, value: number, fill: string, what: string) =>
    `<rect x="${fixed(LEFT + (index + share) * width)}" y="${fixed(y(value))}" width="${fixed(width * 0.4)}" height="${fixed(TOP + height - y(value))}" fill="${fill}"><title>${what}: ${value}</title></rect>`
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(most * share))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Arial, sans-serif" font-size="13" fill="#1c2733">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="24" font-size="17" font-weight="bold">${title}</text>`,
    `<rect x="${LEFT}" y="36" width="12" height="12" fill="#9db8d2"/><text x="${LEFT + 18}" y="47">received</text>`,
    `<rect x="${LEFT + 110}" y="36" width="12" height="12" fill="#b4472a"/><text x="${LEFT + 128}" y="47">most in the backlog</text>`,
    ...ticks.map(
      (value) =>
        `<line x1="${LEFT}" x2="${WIDTH - 20}" y1="${fixed(y(value))}" y2="${fixed(y(value))}" stroke="#dde3e8"/><text x="${LEFT - 8}" y="${fixed(y(value) + 4)}" text-anchor="end">${value}</text>`,
    ),
    ...all.flatMap(({ received, backlogMax, from }, index) => [
      bar(index, 0.08, received, '#9db8d2', 'received'),
      bar(index, 0.52, backlogMax, '#b4472a', 'backlog'),
      `<text x="${fixed(LEFT + (index + 0.5) * width)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${Math.floor((from * speed) / 3_600_000)}</text>`,
    ]),
    `<text x="${(WIDTH + LEFT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">hours after the first message</text>`,
    '</svg>',
    '',
  ].join('\n')
}

function fixed(value: number) {
  return value.toFixed(1)
}
