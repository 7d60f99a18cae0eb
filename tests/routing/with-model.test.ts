// What routing finds by itself is acted on where the region wants it and it is right often enough; else it is a suggestion. The model is of invented
// messages, and judged by others.
import { describe, expect, it } from 'vitest'
import { readModel } from '../../functions/model/read-model.ts'
import { modeOf } from '../../functions/routing/mode.ts'
import { type Routing, routeMessage } from '../../functions/routing/route-message.ts'
import { wordVectors } from '../../functions/vectors/load.ts'
import { loadRegion } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import type { RoutingMode } from '../../regions/vocabulary.ts'
import { inventMessages } from '../learning/invented-messages.ts'
import { inventModel } from '../learning/invented-model.ts'

const base = loadRegion('95')
const regionOf = (modes: Record<string, RoutingMode>, autoPrecision = 0.9): Region => ({
  ...base,
  routing: { ...base.routing, modes, autoPrecision },
})
const auto = regionOf({ '*': 'auto' })
/** One for all messages: what routing reads from a region it reads once for each. */
const suggesting = regionOf({})
const model = readModel(inventModel(base, 600, 1), wordVectors)
const others = inventMessages(base, 400, 2)
const routed = (region: Region, withModel = true) =>
  others.map((row) => ({
    row,
    routing: routeMessage(region, { text: row.text, date: '' }, withModel ? model : undefined),
  }))

describe('with a model', () => {
  const sharesOf = (region: Region) => {
    const alone = routed(region).flatMap(({ row, routing }) => {
      return routing.outcome === 'routed' ? [routing.organisation === row.labels.organisation] : []
    })
    return { covered: alone.length / others.length, right: alone.filter(Boolean).length / alone.length }
  }

  it('a message is given to an organisation where such decisions were right often enough, and they are', () => {
    const { covered, right } = sharesOf(auto)
    expect(covered).toBeGreaterThan(0.1)
    expect(right).toBeGreaterThanOrEqual(0.9)
  })

  it('the more has to be right, the fewer are decided', () => {
    const shares = [0.7, 0.9, 0.97].map((precision) => sharesOf(regionOf({ '*': 'auto' }, precision)).covered)
    expect(shares[0]).toBeGreaterThan(shares[1]!)
    expect(shares[1]).toBeGreaterThan(shares[2]!)
  })

  it('key words and model together find more topics among the first five than key words alone', () => {
    const among = (withModel: boolean) =>
      routed(suggesting, withModel).filter(({ row, routing }) => {
        return routing.outcome === 'triage' && routing.suggestions?.some(({ topic }) => topic === row.labels.topic)
      }).length
    expect(among(true)).toBeGreaterThan(among(false) * 1.05)
  })

  it('what waits has at most five suggestions, the likeliest first, each of somebody who would answer for it there', () => {
    for (const { routing } of routed(suggesting)) {
      if (routing.outcome === 'routed') throw new Error('It was routed.')
      const { suggestions = [] } = routing
      const sure = suggestions.map((one) => one.sure!)
      expect(suggestions.length).toBeLessThanOrEqual(5)
      expect(sure.every((one) => one >= 0.05 && one <= 1)).toBe(true)
      expect(sure).toEqual([...sure].sort((a, b) => b - a))
      expect(new Set(suggestions.map(({ topic, organisation }) => `${topic} ${organisation}`)).size).toBe(
        suggestions.length,
      )
      const again = suggestions.map(({ topic, organisation, municipality = routing.municipality }) => {
        const given = routeMessage(auto, { text: '', date: '', topic, ...(municipality && { municipality }) }, model)
        return given.outcome === 'routed' && given.organisation === organisation
      })
      expect(again.every(Boolean)).toBe(true)
    }
  })

  it('says by which words it goes, and that others were answered so', () => {
    const sure = routed(auto).find(({ routing }) => routing.outcome === 'routed')!
    const steps = sure.routing.because.map(({ step, about }) => `${step} ${about}`)
    expect(steps).toContain('model topic')
    expect(steps.at(-1)).toBe('model organisation')
    const quoted = sure.routing.because.filter(({ step, about }) => step === 'model' && about === 'topic')
    for (const { found } of quoted) expect(sure.row.text).toContain(found)
  })

  it('a topic that it is not sure of does not stand on the case', () => {
    const text = 'Добрый день, люди недовольны, когда это исправят?'
    expect(routeMessage(auto, { text, date: '' }, model)).toMatchObject({ outcome: 'triage', topic: undefined })
  })
})

it('a sensitive or important topic stands on what waits wherever it is found: no mail carries the text, and people hear at once', () => {
  const weighty = (topic: string | undefined) => {
    return base.topics.some(({ id, sensitive, important }) => id === topic && (sensitive || important))
  }
  const waiting = routed(suggesting).flatMap(({ row, routing }) => {
    const byWords = routeMessage(suggesting, { text: row.text, date: '' })
    return weighty(byWords.topic) && routing.outcome === 'triage' ? [routing.topic] : []
  })
  expect(waiting.length).toBeGreaterThan(3)
  expect(waiting.every(weighty)).toBe(true)
})

describe('what the sender says decides', () => {
  it.each<Record<string, RoutingMode>>([{}, { '*': 'shadow' }, { '*': 'auto' }])('where the modes are %j', (modes) => {
    const input = { text: 'Люди недовольны.', date: '', topic: 'roads.pothole', municipality: 'groznyy' }
    const decided: Routing = routeMessage(regionOf(modes), input, model)
    expect(decided).toMatchObject({ outcome: 'routed', topic: 'roads.pothole' })
    expect(decided.because.map(({ step }) => step)).not.toContain('model')
  })
})

describe('without a model', () => {
  const input = { text: 'В Грозном яма на дороге, разбит асфальт.', date: '' }

  it('key words decide where the region says so', () => {
    expect(routeMessage(auto, input)).toMatchObject({
      outcome: 'routed',
      topic: 'roads.pothole',
      municipality: 'groznyy',
    })
    expect(routeMessage(regionOf({ roads: 'auto' }), input)).toMatchObject({ outcome: 'routed' })
  })

  it('else they suggest, and nobody knows how sure they are', () => {
    const all: Record<string, RoutingMode>[] = [{}, { '*': 'auto', roads: 'suggest' }]
    for (const modes of all) {
      const waits = routeMessage(regionOf(modes), input)
      expect(waits).toMatchObject({ outcome: 'triage', why: 'unsure', topic: 'roads.pothole', municipality: 'groznyy' })
      const { organisation } = routeMessage(auto, input) as Extract<Routing, { outcome: 'routed' }>
      const [first] = (waits as Extract<Routing, { outcome: 'triage' }>).suggestions!
      expect(first).toMatchObject({ topic: 'roads.pothole', organisation, found: ['Грозном яма на дороге', 'асфальт'] })
      expect(first).not.toHaveProperty('sure')
    }
  })
})

it('a group has its own mode, then that of all others, then "suggest"', () => {
  const region = regionOf({ roads: 'shadow', '*': 'auto' })
  expect([modeOf(region, 'roads.pothole'), modeOf(region, 'waste.dump')]).toEqual(['shadow', 'auto'])
  expect(modeOf(suggesting, 'roads.pothole')).toBe('suggest')
})
