// Shows how far a long command is: a bar on a terminal, a line now and then elsewhere. Called by the long commands.
import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  step(): void
  stop(): void
}

export function progress(what: string, total: number): Progress {
  return process.stderr.isTTY ? bar(what, total) : lines(what, total)
}

function bar(what: string, total: number): Progress {
  const shown = new SingleBar(
    { format: `${what} {bar} {value}/{total} {eta_formatted}`, stream: process.stderr },
    Presets.shades_classic,
  )
  shown.start(total, 0)
  return { step: () => shown.increment(), stop: () => shown.stop() }
}

function lines(what: string, total: number): Progress {
  const every = Math.max(1, Math.ceil(total / 10))
  let done = 0
  return {
    step() {
      done += 1
      if (done % every === 0 || done === total) console.error(`${what}: ${done} of ${total}`)
    },
    stop() {},
  }
}
