// Trains a model on labelled messages and puts beside it what routing needs: what its labels mean in the region, how its decisions fared on
// messages that it had not seen, where it comes from. Called by the function `learn` and npm run train.
import { createHash } from 'node:crypto'
import { type Figures, measure } from '../learning/measure.ts'
import { train, type Trained } from '../learning/train.ts'
import { writeModel } from '../learning/write-model.ts'
import type { HeadName, Model } from '../model/model.ts'
import type { WordVectors } from '../model/word-vectors.ts'
import { decisionTrials } from '../routing/decision-trials.ts'
import type { Region } from '../../regions/schema.ts'
import type { LabelledMessage } from './lesson.ts'

/** What a label means in the region; undefined where it means nothing there. */
interface Meanings {
  readonly topicOf: (label: string) => string | undefined
  readonly organisationOf: (label: string) => string | undefined
}

export interface ToMake extends Meanings {
  readonly region: Region
  readonly seed: number
  /** When it is trained (ISO, UTC). */
  readonly at: string
  /** What words of the language mean. */
  readonly words?: WordVectors
  /** What is known of where the rows come from. */
  readonly provenance: Pick<Model['provenance'], 'authors' | 'dates' | 'hash' | 'columns' | 'meanings'>
}

export interface Made {
  readonly version: string
  readonly bytes: Uint8Array
  readonly trained: Trained
  readonly measured: readonly { readonly name: HeadName; readonly figures: Figures }[]
  /** What of its file the report tells, too. */
  readonly beside: Pick<Model, 'regionTopics' | 'regionOrganisations' | 'decisions'>
  /** Of how many messages it is known who answered. */
  readonly answered: number
}

/** The same rows, seed and instant make the same bytes. @throws Error where fewer than two topics are told apart */
export function makeModel(rows: readonly LabelledMessage[], toMake: ToMake): Made {
  const { region, seed, at, topicOf, organisationOf, words } = toMake
  const describe = (label: string) => describeTopic(region, topicOf(label), label)
  const trained = train(rows, { seed, describe, ...(words && { words }) })
  const measured = trained.heads.map(({ name, labels }, head) => {
    const findings = rows.flatMap((row, index) =>
      row.learnedOnly ? [] : [{ shares: trained.unseen[index]![name], truth: row.labels[name] }],
    )
    return { name, figures: measure(labels, findings, trained.trials[head]!) }
  })
  const figures = Object.fromEntries(
    measured.map(({ name, figures: { rows: of, accuracy, macroF1, top3, top5, calibrationError } }) => [
      name,
      { rows: of, accuracy, macroF1, top3, top5, calibrationError },
    ]),
  )
  const labelsOf = (name: HeadName) => trained.heads.find((head) => head.name === name)?.labels ?? []
  const regionTopics = labelsOf('topic').map((label) => topicOf(label) ?? '')
  const regionOrganisations = labelsOf('organisation').map((label) => organisationOf(label) ?? '')
  const unseen = rows.flatMap(({ message, labels, learnedOnly }, index) => {
    const organisation = organisationOf(labels.organisation ?? '') ?? ''
    return labels.organisation && !learnedOnly ? [{ message, scores: trained.unseen[index]!, organisation }] : []
  })
  const decisions = decisionTrials({ regionTopics, regionOrganisations }, unseen)
  const beside = { regionTopics, regionOrganisations, decisions }
  const provenance = { region: region.code, rows: rows.length, ...toMake.provenance, seed, figures }
  const written = (version: string, trainedAt: string) =>
    writeModel(trained, { version, ...beside, provenance: { ...provenance, trainedAt } })
  const version = createHash('sha256').update(written('', '')).digest('hex').slice(0, 12)
  return { version, bytes: written(version, at), trained, measured, beside, answered: unseen.length }
}

/** SHA-256 of what is learned from. */
export function hashOfRows(rows: readonly LabelledMessage[]): string {
  const said = rows.map(({ text, labels }) => [text, labels])
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** What a topic's label says in words: its name in all languages, twice, and its key words. */
export function describeTopic({ topics }: Region, topic: string | undefined, label: string): string[] {
  const { name = {}, keywords = [] } = topics.find(({ id }) => id === topic) ?? {}
  const names = [label, ...Object.values(name)].join('. ')
  return [names, names, ...(keywords.length > 0 ? [keywords.join('. ')] : [])]
}
