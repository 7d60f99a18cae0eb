// What a case is counted for, once more: written from docs/statistics.md and not from the code, from its whole history.
import type { CaseEvent } from '../../functions/case/events.ts'
import { boundsInHours } from '../../functions/statistics/histogram.ts'
import { moscowDate } from './naive-recount.ts'

const HOUR = 3_600_000

/** Amounts by "date#channel#topic#municipality#name", a hyphen for what is not known. */
export function recountCases(events: readonly CaseEvent[]): Map<string, number> {
  const first = events[0]!
  if (first.type !== 'received') throw new Error(first.type)
  let [topic, municipality] = [first.topic, first.municipality]
  let [isPlaced, isOpen] = [false, true]
  let answeredAt = 0
  let end: { date: string; what: string[] } | undefined
  let stars: { date: string; score: number }[] = []
  const counted: [date: string, name: string, amount: number][] = []
  const countStars = () => {
    for (const { date, score } of stars) counted.push([date, 'rated', 1], [date, 'score', score])
    stars = []
  }
  for (const event of events) {
    const date = moscowDate(Date.parse(event.at))
    switch (event.type) {
      case 'admitted':
        isPlaced = false
        break
      case 'supplied':
      case 'triaged':
      case 'assigned':
        isPlaced = event.type !== 'supplied'
        topic = event.topic ?? topic
        municipality = event.municipality ?? municipality
        break
      case 'topic_corrected':
        topic = event.topic
        break
      case 'merged':
        isPlaced = true
        break
      case 'unmerged':
        isPlaced = event.to !== 'routing' && event.to !== 'received'
        break
      case 'answer_approved':
      case 'answer_shared':
        if (event.type === 'answer_approved' && event.kind === 'interim') break
        isOpen = false
        answeredAt = Date.parse(event.at)
        break
      case 'rated':
        if (event.score !== undefined) stars.push({ date, score: event.score })
        if (end) countStars()
        break
      case 'reopened':
        isOpen = true
        end = undefined
        counted.push([date, 'reopened', 1])
        countStars()
        break
      case 'rejected':
        ;[isPlaced, isOpen, end] = [true, false, { date, what: ['unanswered'] }]
        break
      case 'closed': {
        const isSolved = event.outcome === 'answered' || event.outcome === 'solved'
        const hours = (answeredAt - Date.parse(first.at)) / HOUR
        const bound = boundsInHours.find((one) => hours <= one)!
        ;[isPlaced, isOpen] = [true, false]
        end = { date, what: isSolved ? ['solved', `c${bound * 60}`] : ['unanswered'] }
        countStars()
        break
      }
      // Nothing else changes what a case is counted for.
      default:
    }
  }
  if (!isPlaced) return new Map()
  counted.push([moscowDate(Date.parse(first.at)), 'received', 1])
  for (const name of end?.what ?? []) counted.push([end!.date, name, 1])
  if (isOpen) counted.push(['now', 'open', 1])
  const sums = new Map<string, number>()
  for (const [date, name, amount] of counted) {
    const key = [date, first.channel, topic ?? '-', municipality ?? '-', name].join('#')
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return sums
}
