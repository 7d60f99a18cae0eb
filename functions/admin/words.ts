// The words of the audit and of integrators' keys in the console. Read by their pages.
import type { Language } from '../../regions/schema.ts'
import type { KeyRefusal } from '../intake/key-refusal.ts'
import type { AuditAct } from '../store/audit.ts'
import { counted } from '../web/words/counted.ts'

interface AdminWords {
  readonly auditTitle: string
  readonly auditIntro: (days: number) => string
  readonly acts: Readonly<Record<AuditAct, string>>
  readonly when: string
  readonly who: string
  readonly what: string
  readonly caseId: string
  readonly about: string
  readonly anybody: string
  readonly anything: string
  readonly from: string
  readonly to: string
  readonly order: string
  readonly orders: Readonly<Record<'newest' | 'oldest', string>>
  readonly show: string
  readonly nothing: string
  readonly searching: string
  readonly next: string
  readonly fromStart: string
  readonly unknownFilter: string
  readonly keysTitle: string
  readonly keysIntro: string
  readonly noKeys: string
  readonly noIntegrators: string
  readonly madeOn: (day: string) => string
  readonly usedOn: (day: string) => string
  readonly neverUsed: string
  readonly validUntil: (day: string) => string
  readonly endedOn: (day: string) => string
  readonly revokedOn: (day: string) => string
  readonly change: (id: string) => string
  readonly actions: Readonly<Record<'rotate' | 'revoke', string>>
  readonly sure: Readonly<Record<'rotate' | 'revoke', string>>
  readonly tick: string
  readonly newKey: string
  readonly integrator: string
  readonly choose: string
  readonly keyName: string
  readonly keyNameHint: string
  readonly kind: string
  readonly kinds: Readonly<Record<'live' | 'test', string>>
  readonly make: string
  readonly madeTitle: string
  readonly madeHint: (integrator: string, until: string) => string
  readonly revoked: string
  readonly refusals: Readonly<Record<KeyRefusal['code'], string>>
}

const ruDays = counted('ru', { one: 'день', few: 'дня', many: 'дней' })
const enDays = counted('en', { one: 'day', other: 'days' })

const ru: AdminWords = {
  auditTitle: 'Журнал доступа',
  auditIntro: (days) =>
    `Кто открывал сообщения и фотографии, кто искал человека, кто что изменил. Записи только добавляются и хранятся ${ruDays(days)}; сведений о жителях в них нет. Этот поиск тоже записан.`,
  acts: {
    'case seen': 'открыл(а) сообщение',
    'photo seen': 'открыл(а) фото',
    'contact opened': 'открыл(а) телефон жителя',
    'person searched': 'искал(а) человека',
    'cases searched': 'искал(а) сообщения',
    'case changed': 'изменил(а) сообщение',
    'comment screened': 'разобрал(а) комментарий',
    'list taken': 'скачал(а) список',
    'figures taken': 'скачал(а) показатели',
    'table read': 'прочитал(а) таблицу другой системы',
    'table imported': 'загрузил(а) таблицу другой системы',
    'table given back': 'вернул(а) ответы таблицей',
    'key made': 'создал(а) ключ',
    'key rotated': 'заменил(а) ключ',
    'key revoked': 'отозвал(а) ключ',
    'sessions ended': 'завершил(а) чужой вход',
    'passkey added': 'добавил(а) ключ входа',
    'passkey removed': 'убрал(а) ключ входа',
    'passkey not risen': 'вход по ключу, счётчик которого не вырос',
    'directory changed': 'изменил(а) справочник',
    'model changed': 'вернул(а) другую модель',
    'audit searched': 'смотрел(а) журнал',
    refused: 'не хватило прав',
  },
  when: 'Когда',
  who: 'Кто',
  what: 'Что',
  caseId: 'Номер',
  about: 'Подробнее',
  anybody: 'все',
  anything: 'всё',
  from: 'С какого дня',
  to: 'По какой день',
  order: 'Порядок',
  orders: { newest: 'сначала новые', oldest: 'сначала старые' },
  show: 'Найти',
  nothing: 'За эти дни такого нет.',
  searching: 'На этой странице ничего не нашлось, но дни ещё не кончились. Ищите дальше.',
  next: 'Дальше',
  fromStart: 'С начала',
  unknownFilter: 'В адресе страницы названо то, чего нет. Откройте журнал заново.',
  keysTitle: 'Ключи систем',
  keysIntro:
    'Ключом система партнёра отправляет сообщения и читает, что с ними стало. У каждой системы их не больше двух сразу: чтобы заменить один другим без перерыва.',
  noKeys: 'Ключей нет.',
  noIntegrators: 'В файле региона не названа ни одна система.',
  madeOn: (day) => `Создан ${day}.`,
  usedOn: (day) => `Последний раз работал ${day}.`,
  neverUsed: 'Ещё не работал.',
  validUntil: (day) => `Действует до ${day}.`,
  endedOn: (day) => `Кончился ${day}.`,
  revokedOn: (day) => `Отозван ${day}.`,
  change: (id) => `Заменить или отозвать ${id}`,
  actions: { rotate: 'Заменить', revoke: 'Отозвать' },
  sure: {
    rotate: 'Создать новый ключ; этот проработает ещё 7 дней',
    revoke: 'Отозвать сейчас: система партнёра сразу перестанет работать с этим ключом',
  },
  tick: 'Ничего не сделано: отметьте, что вы это решили.',
  newKey: 'Новый ключ',
  integrator: 'Система',
  choose: 'выберите',
  keyName: 'Название, если нужно',
  keyNameHint: 'По нему ключ узнают в этом списке. Имён жителей здесь быть не должно.',
  kind: 'Для чего',
  kinds: { live: 'для работы', test: 'для проб: сообщения никому не пишут и не считаются' },
  make: 'Создать ключ',
  madeTitle: 'Ключ создан. Скопируйте его сейчас: больше он не покажется',
  madeHint: (integrator, until) =>
    `Для «${integrator}», действует до ${until}. Передайте его тем путём, который больше никто не читает.`,
  revoked: 'Ключ отозван',
  refusals: {
    'two keys': 'У этой системы уже два таких ключа. Отзовите один или замените.',
    'another beside': 'Рядом с этим ключом уже есть другой. Сначала отзовите один из них.',
    'unknown key': 'Такого ключа нет.',
    ended: 'Этот ключ уже не действует.',
    changed:
      'Ключи изменились после того, как вы открыли страницу, и этой отправкой ничего не сделано. Ниже они такие, какие есть сейчас. Если вы потеряли созданный ключ, отзовите его и создайте другой.',
  },
}

const en: AdminWords = {
  auditTitle: 'Audit',
  auditIntro: (days) =>
    `Who opened cases and photos, who searched for a person, who changed what. Entries are only added and kept for ${enDays(days)}; nothing of a citizen is in them. This search is noted, too.`,
  acts: {
    'case seen': 'opened a case',
    'photo seen': 'opened a photo',
    'contact opened': 'opened a citizen’s telephone',
    'person searched': 'searched for a person',
    'cases searched': 'searched for cases',
    'case changed': 'changed a case',
    'comment screened': 'screened a comment',
    'list taken': 'took a list as a file',
    'figures taken': 'took figures as a file',
    'table read': 'read a table of another system',
    'table imported': 'took in a table of another system',
    'table given back': 'gave answers back as a table',
    'key made': 'made a key',
    'key rotated': 'replaced a key',
    'key revoked': 'revoked a key',
    'sessions ended': 'ended somebody’s session',
    'passkey added': 'added a passkey',
    'passkey removed': 'removed a passkey',
    'passkey not risen': 'signed in by a passkey whose counter did not rise',
    'directory changed': 'changed the directory',
    'model changed': 'brought another model back',
    'audit searched': 'searched the audit',
    refused: 'was not allowed',
  },
  when: 'When',
  who: 'Who',
  what: 'What',
  caseId: 'Number',
  about: 'More',
  anybody: 'anybody',
  anything: 'anything',
  from: 'From',
  to: 'To',
  order: 'Order',
  orders: { newest: 'newest first', oldest: 'oldest first' },
  show: 'Search',
  nothing: 'Nothing like that on these days.',
  searching: 'Nothing on this page, but the days go on. Search further.',
  next: 'Next',
  fromStart: 'From the start',
  unknownFilter: 'The address of the page names what there is not. Open the audit anew.',
  keysTitle: 'API keys',
  keysIntro:
    'With a key a partner’s system posts messages and reads what became of them. Each system has two at most, so that one can be replaced by the other without a break.',
  noKeys: 'There are no keys.',
  noIntegrators: 'The region’s file names no system.',
  madeOn: (day) => `Made on ${day}.`,
  usedOn: (day) => `Last used on ${day}.`,
  neverUsed: 'Never used.',
  validUntil: (day) => `Valid until ${day}.`,
  endedOn: (day) => `Ended on ${day}.`,
  revokedOn: (day) => `Revoked on ${day}.`,
  change: (id) => `Replace or revoke ${id}`,
  actions: { rotate: 'Replace', revoke: 'Revoke' },
  sure: {
    rotate: 'Make a new key; this one works for 7 more days',
    revoke: 'Revoke it now: the partner’s system stops working with this key at once',
  },
  tick: 'Nothing was done: tick that you decided it.',
  newKey: 'A new key',
  integrator: 'System',
  choose: 'choose',
  keyName: 'A name, if you like',
  keyNameHint: 'To know the key by in this list. No names of citizens, please.',
  kind: 'What for',
  kinds: { live: 'to work with', test: 'to try with: nobody is written to and nothing is counted' },
  make: 'Make a key',
  madeTitle: 'The key is made. Copy it now: it is not shown again',
  madeHint: (integrator, until) =>
    `For ${integrator}, valid until ${until}. Pass it on by a way that nobody else reads.`,
  revoked: 'The key is revoked',
  refusals: {
    'two keys': 'This system has two such keys already. Revoke one, or replace it.',
    'another beside': 'There is another key beside this one. Revoke one of them first.',
    'unknown key': 'There is no such key.',
    ended: 'This key has ended.',
    changed:
      'The keys changed after you opened the page, and this form did nothing. Below they are as they are now. If you lost a key that was made, revoke it and make another.',
  },
}

export const adminWords: Readonly<Record<Language, AdminWords>> = { ru, en }
