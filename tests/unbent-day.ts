// A day as calendars write it behind a word that asks for another case: "до вторник". Looked for in all that is written in Russian.
export const UNBENT_DAY =
  /(?<![а-яё])(?:до|с|к|по|после|от) (?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)(?![а-яё])/i
