// Keeps everything the engine must remember in one SQLite file: queues, executions, objects, mails, checkpoints. What is
// acknowledged was committed before, so that a kill -9 loses nothing of it. Used by every part of the engine.
import { randomUUID } from 'node:crypto'
import { DatabaseSync, type StatementSync } from 'node:sqlite'

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY, queue TEXT NOT NULL, uuid TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL,
    sent INTEGER NOT NULL, visible INTEGER NOT NULL, received INTEGER NOT NULL DEFAULT 0, first INTEGER, receipt TEXT);
  CREATE INDEX IF NOT EXISTS messages_ready ON messages (queue, visible, id);
  CREATE INDEX IF NOT EXISTS messages_receipt ON messages (receipt);
  CREATE TABLE IF NOT EXISTS executions (
    arn TEXT PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL, input TEXT NOT NULL, status TEXT NOT NULL,
    state TEXT NOT NULL, data TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, wake INTEGER, definition TEXT NOT NULL,
    started INTEGER NOT NULL, stopped INTEGER, error TEXT, cause TEXT);
  CREATE INDEX IF NOT EXISTS executions_wake ON executions (wake) WHERE wake IS NOT NULL;
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, type TEXT, etag TEXT NOT NULL, modified INTEGER NOT NULL,
    PRIMARY KEY (bucket, key));
  CREATE TABLE IF NOT EXISTS mails (
    id INTEGER PRIMARY KEY, message_id TEXT NOT NULL, sender TEXT NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL,
    raw BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS recipients (mail INTEGER NOT NULL, address TEXT NOT NULL, PRIMARY KEY (address, mail));
`

export function openState(file: string): DatabaseSync {
  const state = new DatabaseSync(file)
  state.exec(schema)
  return state
}

const statements = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/** A statement, prepared once. */
export function prepared(state: DatabaseSync, sql: string): StatementSync {
  const known = statements.get(state) ?? new Map<string, StatementSync>()
  statements.set(state, known)
  const statement = known.get(sql) ?? state.prepare(sql)
  known.set(sql, statement)
  return statement
}

/** Writes of one piece of work as one transaction: cheaper than each by itself, and all or nothing. */
export function together<T>(state: DatabaseSync, work: () => T): T {
  if (state.isTransaction) return work()
  state.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    state.exec('COMMIT')
    return result
  } catch (error) {
    state.exec('ROLLBACK')
    throw error
  }
}

export function setting(state: DatabaseSync, name: string): string | undefined {
  const row = prepared(state, 'SELECT value FROM settings WHERE name = ?').get(name)
  return row ? String(row['value']) : undefined
}

/** A few letters that no other state file has, the same at every start. */
export function markOf(state: DatabaseSync): string {
  const mark = setting(state, 'mark') ?? `-${randomUUID().slice(0, 8)}`
  saveSetting(state, 'mark', mark)
  return mark
}

export function saveSetting(state: DatabaseSync, name: string, value: string): void {
  prepared(
    state,
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, value)
}
