// Tells telephones and addresses that everybody may have: those of an office stand after its name, and numbers of decisions and purchases after theirs. Called
// where personal data are looked for in an answer.
const OFFICE =
  /(?<![a-zа-яё])(?:диспетчер|дежурн|при[её]мн|горяч[а-яё]*\s+лини|управлени|отдел|служб|ветслужб|канцеляри|аптек|регистратур|в\s+рабочее\s+время|администраци|полици|библиотек|инспекци|справочн|мфц(?![а-яё])|еддс(?![а-яё])|(?:depot|team|office|desk|line|services|reception|switchboard)(?![a-z]))/i
const PAPER =
  /(?<![а-яё])(?:постановлени|распоряжени|решени|приказ|контракт|договор|закон|закупк|извещени|протокол|лот|заявк|обращени|предписани|акт)[а-яё]*[^.!?\n]{0,60}$|(?:resolution|decision|order|contract|act|purchase)\s[^.!?\n]{0,60}$/i
const BEFORE = 60

/** Whether what stands at a place of a text is an office's own. */
export function isOffices(text: string, start: number): boolean {
  return OFFICE.test(text.slice(Math.max(0, start - BEFORE), start))
}

/** Whether what stands there is the number of a paper. */
export function isOfPaper(text: string, start: number): boolean {
  return PAPER.test(text.slice(Math.max(0, start - BEFORE * 2), start))
}
