// Lists every name of the region's places with its written forms. Called by route-message.ts once per region. A
// district is known by its adjective with "район" or "округ" after it, a town or village by its noun. A name that
// several municipalities share carries them all.
import type { PlaceKind, RegionFile } from '../../regions/schema.ts'
import { formsOf, isAdjective } from './declension.ts'
import { isSettlementWord } from './place-context.ts'
import { wordsOf } from '../language/words.ts'

export interface PlaceName {
  readonly key: string
  readonly nominative: readonly string[]
  readonly forms: readonly ReadonlySet<string>[]
  readonly municipalities: readonly string[]
  /** "Курский район": the words count only with "район" or "округ" after them. */
  readonly district: boolean
  /** A municipality's own name; villages need a sign in the text that a place is meant. */
  readonly own: boolean
  /** Of a settlement, where the region's file says it. */
  readonly kind: PlaceKind | undefined
  readonly adjective: boolean
}

export interface PlaceNames {
  readonly byForm: ReadonlyMap<string, readonly PlaceName[]>
}

/** What a municipality is called besides its name. */
const BODY = /^(?:городской|муниципальн(?:ый|ое)|район|округ|сельское|поселение|образование)$/

export function listPlaceNames(region: RegionFile): PlaceNames {
  const names = new Map<string, PlaceName>()
  for (const municipality of region.municipalities) {
    for (const text of [...Object.values(municipality.name), ...municipality.aliases].flatMap(joined)) {
      add(names, nameOf(text, [municipality.id], true))
    }
  }
  for (const settlement of region.settlements) {
    for (const text of [settlement.name, ...settlement.aliases].flatMap(joined))
      add(names, nameOf(text, settlement.municipalities, false, settlement.kind))
  }
  const byForm = new Map<string, PlaceName[]>()
  for (const name of names.values()) {
    for (const form of name.forms[0]!) byForm.set(form, [...(byForm.get(form) ?? []), name])
  }
  for (const list of byForm.values())
    list.sort((a, b) => b.forms.length - a.forms.length || Number(b.district) - Number(a.district))
  return { byForm }
}

/** "Урус-Мартан" and, as tags and hasty people write it, "Урусмартан". */
function joined(text: string): string[] {
  return text.includes('-')
    ? [text, text.replaceAll('-', '').replace(/(?<=\p{L})\p{Lu}/gu, (letter) => letter.toLowerCase())]
    : [text]
}

function nameOf(
  text: string,
  municipalities: readonly string[],
  own: boolean,
  kind?: PlaceKind,
): PlaceName | undefined {
  const read = wordsOf(text)
  // "посёлок Красный" is called "Красный"; "Алхан-Хутор" is a name.
  const words = read.filter(({ plain }, at) => at > 0 || !isSettlementWord(plain)).map(({ plain }) => plain)
  const kindAt = words.findLastIndex((word) => word === 'район' || word === 'округ')
  const core = words.filter((word) => !BODY.test(word))
  if (core.length === 0) return undefined
  const district = kindAt > 0 && isAdjective(core.at(-1)!) && words.indexOf(core.at(-1)!) < kindAt
  return {
    key: core.join(' ') + (district ? ' район' : ''),
    nominative: core,
    forms: core.map((word) => new Set(formsOf(word, kind))),
    municipalities,
    district,
    own,
    kind,
    adjective: core.every((word) => isAdjective(word, kind)),
  }
}

function add(names: Map<string, PlaceName>, name: PlaceName | undefined) {
  if (!name) return
  const known = names.get(name.key)
  const municipalities = [...new Set([...(known?.municipalities ?? []), ...name.municipalities])]
  names.set(name.key, { ...name, own: name.own || (known?.own ?? false), municipalities })
}
