// What a check looks at, and what it is. Made by checks.ts.
import type { Region } from '../../regions/schema.ts'
import type { Account } from './account.ts'
import type { Finding } from './finding.ts'
import type { Needs } from './needs.ts'

export interface Subject {
  /** As it is deployed at its stage. */
  readonly region: Region
  readonly needs: Needs
  readonly account: Account
  /** Of the account, 12 digits. */
  readonly number: string
  /** Whether the DNS knows a host. */
  readonly resolves: (host: string) => Promise<boolean>
}

export type Check = (subject: Subject) => Promise<readonly Finding[]>
