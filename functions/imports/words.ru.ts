// The pages of tables in Russian. Read by words.ts.
import { counted } from '../web/words/counted.ts'
import type { ImportWords } from './words-shape.ts'

const rows = counted('ru', { one: 'строка', few: 'строки', many: 'строк' })

export const ru: ImportWords = {
  title: 'Таблицы других систем',
  intro:
    'Сюда загружают таблицы из «Решаем вместе» (ПОС), «Инцидента» и других систем. Каждая строка становится сообщением, как будто житель написал сам. Одна и та же строка дважды ничего не создаёт: мы узнаём её по номеру.',
  upload: 'Загрузить таблицу',
  file: 'Файл',
  fileHint: 'CSV или Excel (.xlsx), до 4 МБ и 5 000 строк.',
  source: 'Откуда таблица',
  newSource: 'новый источник (назовите ниже)',
  newName: 'Название нового источника',
  newNameHint: 'Например: «Решаем вместе». Столбцы для него вы разметите один раз.',
  channel: 'Какая это система',
  contacts: 'Взять имена, телефоны и почту жителей',
  contactsHint: 'Без этого мы их не читаем и не храним. СНИЛС и паспорта не берём никогда.',
  encoding: 'Кодировка',
  encodingHint: 'Меняйте, только если в прошлый раз вместо букв были знаки.',
  encodingItself: 'определить самим',
  send: 'Загрузить и посмотреть',
  noFile: 'Выберите файл',
  noSource: 'Выберите источник или назовите новый',
  nameTaken: (name) => `Источник с похожим названием уже есть: «${name}». Выберите его в списке.`,
  faults: {
    empty: 'В таблице нет строк под заголовками.',
    'too large': 'Таблица слишком велика. Разделите её на несколько.',
    'too heavy': 'Файл больше 4 МБ. Разделите таблицу на несколько.',
    'too many rows': 'В таблице больше 5 000 строк. Разделите её на несколько.',
    'too many columns': 'В таблице больше 200 столбцов. Уберите лишние.',
    broken: 'Файл не читается: это не CSV и не .xlsx, он повреждён или закрыт паролем.',
    'old excel': 'Это старый формат Excel (.xls) или файл с паролем. Сохраните его как .xlsx или CSV.',
  },
  last: 'Загружено за месяц',
  lastLine: ({ file, rows: count }, source, who, when) => `${file} — ${source}, ${rows(count)}, ${who}, ${when}`,
  none: 'Пока ничего.',
  sources: 'Вернуть ответы',
  giveBack: 'Вернуть ответы',
  giveBackHint: 'Таблица в тех же столбцах, с нашими статусами и ответами. Имён и контактов жителей в ней нет.',
  since: 'Пришли к нам с',
  asCsv: 'CSV',
  asXlsx: 'Excel (.xlsx)',
  tooManyBack: (most) => `Сообщений больше ${most}, файл был бы неполным, поэтому его нет. Выберите день позже.`,
  sinceWrong: 'Укажите день, с которого пришли сообщения.',
  gone: 'Такой таблицы нет: строки хранятся три дня. Загрузите её ещё раз.',
  read: (count, encoding, sheet) =>
    [`Прочитано: ${rows(count)}`, sheet && `лист «${sheet}»`, encoding && `кодировка ${encoding}`]
      .filter(Boolean)
      .join(', ') + '.',
  otherSheets: (sheets) => `Другие листы не прочитаны: ${sheets}.`,
  dropped: (columns) => `Столбцы о жителях не взяты: ${columns}.`,
  columnsTitle: 'Что значат столбцы',
  columnsIntro: 'Проверьте один раз: для следующих таблиц этого источника мы запомним.',
  noColumn: 'нет такого столбца',
  groups: {
    message: 'Сообщение',
    facts: 'Что о нём говорит другая система',
    contacts: 'Житель',
    back: 'Что мы заполним, возвращая ответы',
  },
  fields: {
    number: 'Номер в той системе',
    text: 'Текст сообщения',
    topic: 'Тема',
    municipality: 'Муниципалитет',
    address: 'Адрес',
    registered: 'Дата регистрации',
    status: 'Статус',
    stage: 'Этап',
    moderationDue: 'Срок модерации',
    coordinationDue: 'Срок координации',
    executionDue: 'Срок исполнения',
    approvalDue: 'Срок согласования',
    due: 'Срок ответа',
    fastTrack: 'Ускоренное рассмотрение',
    name: 'ФИО',
    email: 'Почта',
    phone: 'Телефон',
    externalId: 'Наш номер',
    organisation: 'Организация',
    answer: 'Текст ответа',
    answeredAt: 'Дата ответа',
    kind: 'Вид ответа',
    score: 'Оценка',
    solved: 'Решено',
    reopenings: 'Возвратов в работу',
    overdue: 'Просрочено',
    closedAt: 'Дата закрытия',
    outcome: 'Итог',
    group: 'Категория',
    channel: 'Канал',
  },
  keepColumns: 'Запомнить и проверить строки',
  needed: 'Без этого столбца строки не станут сообщениями',
  twice: 'Этот столбец уже выбран выше',
  changedMeanwhile: 'Столбцы этого источника только что изменил кто-то ещё. Проверьте и сохраните ещё раз.',
  changeColumns: 'Изменить столбцы',
  previewTitle: 'Что станет со строками',
  fates: {
    new: 'новое сообщение',
    changed: 'обновим сведения',
    same: 'без изменений',
    hidden: 'скрыта в файле, не берём',
    wrong: 'ошибка, не берём',
  },
  counts: (counts) =>
    [
      `новых: ${counts.new}`,
      `обновим: ${counts.changed}`,
      `без изменений: ${counts.same}`,
      counts.hidden > 0 ? `скрытых: ${counts.hidden}` : '',
      `с ошибками: ${counts.wrong}`,
    ]
      .filter(Boolean)
      .join(' · '),
  nothingYet: 'Пока ничего не создано: это проверка.',
  line: 'Строка',
  number: 'Номер',
  becomes: 'Что станет',
  about: 'Сообщение и замечания',
  shown: (shown, all) => `Показано ${shown} из ${all}: сначала строки с ошибками.`,
  wholeReport: 'Все строки таблицей',
  mistake: (mistake) => {
    switch (mistake.code) {
      case 'uneven':
        return `В строке ${mistake.cells} ячеек, а заголовков ${mistake.headings}: столбцы сдвинулись.`
      case 'formula':
        return `«${mistake.column}»: формула без результата. Откройте файл в Excel и сохраните его.`
      case 'error':
        return `«${mistake.column}»: в ячейке ошибка Excel.`
      case 'digits':
        return `«${mistake.column}»: число длиннее 15 цифр, Excel его уже округлил. Сделайте столбец текстом.`
      case 'date':
        return `«${mistake.column}»: «${mistake.value}» — не дата. Нужно как 07.03.2026 или 07.03.2026 09:05.`
      case 'no number':
        return 'Нет номера: без него строку не узнать в следующий раз.'
      case 'number wrong':
        return 'Номер длиннее 100 знаков или в нём несколько строк.'
      case 'number twice':
        return `Этот номер уже есть в строке ${mistake.line}.`
      case 'no text':
        return 'Нет текста сообщения.'
      case 'text short':
        return 'Текст короче трёх букв.'
      case 'text long':
        return 'Текст длиннее 30 000 знаков.'
      case 'email wrong':
        return 'В столбце почты не адрес.'
    }
  },
  remark: ({ code, value }) =>
    ({
      topic: `Темы «${value}» у нас нет: тему найдём по тексту.`,
      municipality: `Муниципалитета «${value}» у нас нет: место найдём по адресу.`,
      stage: `Этап «${value}» не из четырёх этапов ПОС: не записываем.`,
    })[code],
  skipWrong: (count) => `Загрузить остальные, без строк с ошибками (${count})`,
  skipFirst: 'В таблице есть строки с ошибками. Отметьте, что остальные загружаем без них, или исправьте файл.',
  withHidden: (count) => `Взять и строки, скрытые в файле (${count})`,
  take: (count) => `Загрузить: ${rows(count)}`,
  nothingToTake: 'Загружать нечего.',
  taking: (done, all) => `Загружается: ${done} из ${all}.`,
  goOn: 'Продолжить',
  goesOn: 'Продолжается само. Страницу можно закрыть: что загружено, не пропадёт, остальное загрузит кнопка.',
  done: 'Таблица загружена',
  became: {
    created: 'новое сообщение',
    changed: 'сведения обновлены',
    same: 'без изменений',
    failed: 'не получилось',
    gone: 'сообщение удалено или стёрто',
  },
  failedHint: 'Что не получилось по нашей ошибке, загрузите ещё раз той же таблицей: остальное не повторится.',
  sorts: {
    done: 'сделано',
    promised: 'обещано к сроку',
    explained: 'разъяснено',
    impossible: 'сделать нельзя',
    'not ours': 'решает другая организация',
  },
  outcomes: {
    answered: 'дан ответ',
    'no reply': 'житель не ответил на вопрос',
    solved: 'решено',
    withdrawn: 'отозвано жителем',
  },
  yes: 'да',
  no: 'нет',
}
