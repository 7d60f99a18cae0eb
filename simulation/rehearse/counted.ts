// Writes a number with its noun in the form the language asks for. Called by the words.
import type { Language } from '../../regions/schema.ts'

type Forms = Readonly<{ one: string; few?: string; many?: string; other?: string }>

export function counted(language: Language, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(language)
  return (count) => {
    const rule = rules.select(count) as keyof Forms
    return `${count} ${forms[rule] ?? forms.many ?? forms.other ?? forms.one}`
  }
}
