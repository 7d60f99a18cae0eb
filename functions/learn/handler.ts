// Trains the region's model on its own decisions, once a week, and puts it in the place of the one in force where it is better on messages that neither has
// seen. A second run in the same week does nothing; one that fails leaves the model in force, and the next week does its work. Called by a schedule.
import middy from '@middy/core'
import type { ScheduledEvent } from 'aws-lambda'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import { now } from '../edge/now.ts'
import { refreshRegion } from '../edge/refresh.ts'
import { learnAWeek, type Week } from '../lessons/week.ts'
import type { Model } from '../model/model.ts'
import { readModel } from '../model/read-model.ts'
import { type ModelWeek, modelWeeks, noteWeek, weekWrite } from '../store/model-weeks.ts'
import { loadModel, type ModelHead, modelHead } from '../store/models.ts'
import { putModel } from '../store/put-model.ts'
import { wordVectors } from '../vectors/load.ts'
import { gatherLessons } from './gather.ts'
import { weekOf } from './week-of.ts'

export const handler = middy<ScheduledEvent, void>().handler(async () => {
  const at = now()
  await refreshRegion(at)
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const week = weekOf(at)
  const [last] = await modelWeeks(tableName, 1)
  if (last && last.week >= week) return log('the week was learned before', { week })

  const head = await modelHead(tableName, true)
  const current = await readHeld(tableName, head)
  const { lessons, read } = await gatherLessons(tableName, region, at)
  const learned = learnAWeek(region, lessons, current, at, wordVectors)
  const noted = noteOf(week, at, learned, head)
  if (learned.outcome === 'better' && noted.outcome === 'promoted') {
    const { version, bytes } = learned.made
    await putModel(tableName, version, bytes, at, [weekWrite(tableName, noted)])
  } else await noteWeek(tableName, noted)
  tell(noted, read, lessons.length)
})

/** One that this code cannot read is none: key words are what a new one has to be better than. */
async function readHeld(tableName: string, head: ModelHead | undefined): Promise<Model | undefined> {
  if (!head?.version) return undefined
  try {
    return readModel(await loadModel(tableName, head), wordVectors)
  } catch (error) {
    logError('model refused', error, { version: head.version })
    return undefined
  }
}

function noteOf(week: string, at: string, learned: Week, head: ModelHead | undefined): ModelWeek {
  const { learned: rows, unseen, drift } = learned
  // Somebody switched the model off: a better one is not theirs to have without being asked.
  const isOff = head?.version === ''
  const noted = { week, at, learned: rows, unseen, ...(head?.version && { current: head.version }) }
  const shares = drift && {
    ...{ corrected: drift.corrected, otherwise: drift.otherwise, signs: drift.signs },
    ...{ unknownWords: drift.unknownWords, unknownTopics: drift.unknownTopics },
  }
  if (!('made' in learned)) return { ...noted, ...shares, outcome: learned.outcome }
  const { comparison, made } = learned
  const { topics, chance, organisations } = comparison
  const signs = [...(drift?.signs ?? []), ...(comparison.isWorse ? ['a new one is worse'] : [])]
  const told = { ...noted, ...shares, signs, candidate: made.version, topics, chance, organisations }
  if (learned.outcome === 'not better') return { ...told, outcome: 'not better' }
  return { ...told, outcome: isOff ? 'held back' : 'promoted' }
}

function tell(noted: ModelWeek, read: number, lessons: number): void {
  const { week, outcome, learned, unseen, current, candidate, topics, chance, signs = [] } = noted
  const figures = {
    learned,
    unseen,
    current,
    candidate,
    chance,
    currentRight: topics?.current,
    candidateRight: topics?.candidate,
  }
  log('week learned', { week, outcome, read, lessons, ...figures })
  const { corrected, otherwise, unknownWords, unknownTopics } = noted
  if (corrected)
    log('drift', {
      ...{ week, decided: corrected.of, corrected: corrected.times },
      ...{ suggested: otherwise?.of, chosenOtherwise: otherwise?.times },
      ...{ words: unknownWords?.of, unknownWords: unknownWords?.times },
      ...{ messages: unknownTopics?.of, unknownTopics: unknownTopics?.times },
    })
  if (outcome === 'too few') count('TrainingRefused', 1, deployedRegion(), { week, learned, unseen })
  if (signs.length > 0) count('ModelDrifted', 1, deployedRegion(), { week, current, signs: signs.join(', ') })
}
