// The words of the pages of passkeys. Read by passkey, and by console and signin where they lead there.
import type { Language } from '../../../regions/schema.ts'
import type { StaffRole } from '../../case/staff.ts'

interface PasskeyWords {
  readonly title: string
  readonly intro: string
  readonly none: string
  readonly unknownDevice: string
  readonly addedAt: string
  readonly usedAt: string
  readonly notUsed: string
  readonly add: string
  readonly added: string
  readonly remove: string
  readonly removed: string
  readonly addTitle: string
  readonly addHint: string
  readonly make: string
  readonly back: string
  readonly notMade: string
  readonly over: string
  readonly tooMany: (most: number) => string
  readonly byPasskeyFirst: string
  readonly noName: string
  readonly noScript: string
  readonly missing: string
  readonly failed: string
  readonly enter: string
  readonly enterTitle: string
  readonly enterHint: string
  readonly use: string
  readonly byMail: string
  readonly notKnown: string
  readonly offer: string
  readonly withheld: (roles: string) => string
  readonly ofMember: string
  readonly removeAll: string
  readonly removedAll: string
}

const ru: PasskeyWords = {
  title: 'Ключи входа',
  intro:
    'Ключ входа — это отпечаток, лицо или код вашего устройства вместо кода из письма. Отпечаток и код остаются на устройстве.',
  none: 'У вас нет ключей входа.',
  unknownDevice: 'Устройство не названо',
  addedAt: 'Добавлен',
  usedAt: 'Последний вход',
  notUsed: 'Им ещё не входили.',
  add: 'Добавить ключ',
  added: 'Ключ добавлен. Теперь можно входить им.',
  remove: 'Убрать',
  removed: 'Ключ убран: войти им больше нельзя',
  addTitle: 'Новый ключ входа',
  addHint: 'Нажмите, и устройство попросит отпечаток, лицо или код. Делайте это только на своём устройстве.',
  make: 'Создать ключ',
  back: 'Не добавлять',
  notMade: 'Устройство ответило не так, как мы ждали, ключ не добавлен. Попробуйте ещё раз.',
  over: 'Время вышло, или ключ уже добавлен. Проверьте список и начните заново, если ключа в нём нет.',
  tooMany: (most) => `Ключей не больше ${most}. Уберите ненужный и добавьте новый.`,
  byPasskeyFirst: 'Чтобы добавить ещё один ключ, войдите по тому, который у вас есть.',
  noName: 'Ключи входа не работают по адресу из цифр: откройте кабинет по имени (на своём компьютере — localhost).',
  noScript: 'Для ключа входа нужны скрипты. Без них войти можно по коду из письма.',
  missing: 'Этот браузер не знает ключей входа. Войти можно по коду из письма.',
  failed: 'Не получилось: устройство отказало, или время вышло. Попробуйте ещё раз.',
  enter: 'Войти по ключу',
  enterTitle: 'Вход по ключу',
  enterHint: 'Нажмите, и устройство попросит отпечаток, лицо или код.',
  use: 'Выбрать ключ',
  byMail: 'Войти по коду из письма',
  notKnown:
    'Этот ключ не подошёл: его убрали, он не отсюда, или время вышло. Попробуйте ещё раз или войдите по коду из письма.',
  offer: 'Добавьте ключ входа: с ним не надо ждать письма',
  withheld: (roles) =>
    `Чтобы работать как ${roles}, войдите по ключу. Если ключа ещё нет, добавьте его и войдите снова.`,
  ofMember: 'Ключи входа',
  removeAll: 'Убрать все ключи',
  removedAll: 'Ключи убраны: теперь можно войти только по коду из письма',
}

const en: PasskeyWords = {
  title: 'Passkeys',
  intro:
    'A passkey is the fingerprint, face or code of your device instead of a code by mail. Fingerprint and code stay on the device.',
  none: 'You have no passkeys.',
  unknownDevice: 'Device not named',
  addedAt: 'Added',
  usedAt: 'Last used',
  notUsed: 'Nobody signed in by it yet.',
  add: 'Add a passkey',
  added: 'The passkey is added. You can sign in by it now.',
  remove: 'Remove',
  removed: 'The passkey is removed: nobody can sign in by it any more',
  addTitle: 'A new passkey',
  addHint: 'Press, and your device asks for your fingerprint, face or code. Do so on a device of your own only.',
  make: 'Make the passkey',
  back: 'Do not add one',
  notMade: 'The device answered something unexpected, and no passkey was added. Try once more.',
  over: 'The time is over, or the passkey was added already. Look at the list, and begin anew if it is not there.',
  tooMany: (most) => `No more than ${most} passkeys. Remove one that you do not need, then add another.`,
  byPasskeyFirst: 'To add another passkey, sign in by the one that you have.',
  noName:
    'Passkeys do not work at an address made of numbers: open the console by its name (on your own computer: localhost).',
  noScript: 'A passkey needs scripts. Without them you can sign in by a code that is mailed.',
  missing: 'This browser knows no passkeys. You can sign in by a code that is mailed.',
  failed: 'That did not work: the device refused, or the time is over. Try once more.',
  enter: 'Sign in by a passkey',
  enterTitle: 'Sign in by a passkey',
  enterHint: 'Press, and your device asks for your fingerprint, face or code.',
  use: 'Choose the passkey',
  byMail: 'Sign in by a code that is mailed',
  notKnown:
    'This passkey was not taken: it was removed, is not of this place, or the time is over. Try once more, or sign in by a code that is mailed.',
  offer: 'Add a passkey: then there is no mail to wait for',
  withheld: (roles) => `To work as ${roles}, sign in by a passkey. If you have none yet, add one and sign in anew.`,
  ofMember: 'Passkeys',
  removeAll: 'Remove all passkeys',
  removedAll: 'The passkeys are removed: only a code by mail signs in now',
}

export const passkeyWords: Readonly<Record<Language, PasskeyWords>> = { ru, en }

/** What somebody misses who has to sign in by a passkey and did not; undefined where nothing is missing. */
export function withheldLine(
  language: Language,
  withheld: readonly StaffRole[],
  names: Readonly<Record<StaffRole, string>>,
): string | undefined {
  return withheld.length > 0
    ? passkeyWords[language].withheld(withheld.map((role) => names[role]).join(', '))
    : undefined
}
