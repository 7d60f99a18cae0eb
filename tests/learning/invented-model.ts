// A model of invented messages, as npm run train would write it: for tests of routing with one.
import { regionOrganisationOf } from '../../tools/learning/labelled-rows.ts'
import { decisionTrials } from '../../functions/routing/decision-trials.ts'
import { readMessage } from '../../functions/routing/read-message.ts'
import { describeTopic } from '../../functions/lessons/make-model.ts'
import { train } from '../../functions/learning/train.ts'
import { writeModel } from '../../functions/learning/write-model.ts'
import type { Region } from '../../regions/schema.ts'
import { besides, inventMessages } from './invented-messages.ts'

/** The bytes of its file. */
export function inventModel(region: Region, count: number, seed: number): Uint8Array {
  const rows = inventMessages(region, count, seed)
  const trained = train(rows, { seed, describe: (topic) => describeTopic(region, topic, topic) })
  const labelsOf = (name: string) => trained.heads.find((head) => head.name === name)!.labels
  const meanings = {
    regionTopics: labelsOf('topic'),
    regionOrganisations: labelsOf('organisation').map((label) => regionOrganisationOf(region, label) ?? ''),
  }
  const unseen = rows.flatMap(({ text, labels: { organisation } }, at) => {
    const input = { text, date: '' }
    const message = { region, input, reading: readMessage(region, input) }
    return organisation ? [{ message, scores: trained.unseen[at]!, organisation }] : []
  })
  return writeModel(trained, { ...besides, ...meanings, decisions: decisionTrials(meanings, unseen) })
}
