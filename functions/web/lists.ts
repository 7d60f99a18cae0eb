// What a region offers to choose from, as the options of a field, in the reader's language. Used by forms.
import { nameIn } from '../../regions/names.ts'
import type { PageLanguage, Region, Texts } from '../../regions/schema.ts'
import type { OptionGroup } from './fields.tsx'

/** A plain list without groups. */
export function listOf(all: readonly { id: string; name: Texts }[], language: PageLanguage): OptionGroup[] {
  return [{ label: '', options: all.map((one) => ({ value: one.id, label: nameIn(one.name, language) })) }]
}

/** The topics under the names of their groups. */
export function topicList(region: Region, language: PageLanguage): OptionGroup[] {
  return region.topicGroups.map((group) => ({
    label: nameIn(group.name, language),
    options: region.topics
      .filter((topic) => topic.id.startsWith(`${group.id}.`))
      .map((topic) => ({ value: topic.id, label: nameIn(topic.name, language) })),
  }))
}
