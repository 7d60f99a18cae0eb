// Writes a number with its noun in the form that its language asks for. Called by the words.
import type { PageLanguage } from '../../../regions/schema.ts'

/** By the plural rules of Unicode (CLDR); what a language has no form for takes the last one given. */
type Forms = Readonly<{ one: string; few?: string; many?: string; other?: string }>

export function counted(language: PageLanguage, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(language)
  return (count) => {
    const rule = rules.select(count) as keyof Forms
    return `${count} ${forms[rule] ?? forms.other ?? forms.many ?? forms.one}`
  }
}
