import { createRequire } from 'node:module';
import { damagedFile, failureOf } from './store-failure';

export type SqlValue = null | number | string | Uint8Array;
export type SqlRow = Readonly<Record<string, unknown>>;

/** The few verbs we ask of SQLite; node:sqlite and libsql both have them. */
export type Sqlite = {
  readonly driver: 'node:sqlite' | 'libsql';
  exec(sql: string): void;
  run(sql: string, ...values: SqlValue[]): { readonly lastRow: number };
  all(sql: string, ...values: SqlValue[]): readonly SqlRow[];
  /** The first row alone, at half the price. */
  first(sql: string, ...values: SqlValue[]): SqlRow | undefined;
  /** The file is not what we wrote, or did not keep it: everything asked from now on fails for this reason. */
  giveUp(reason: Error): Error;
  damaged(reason: string): Error;
  isGivenUp(): boolean;
  close(): void;
};

type Statement = {
  run(...values: SqlValue[]): { lastInsertRowid: number | bigint };
  all(...values: SqlValue[]): unknown[];
  get(...values: SqlValue[]): unknown;
};

type Connection = { exec(sql: string): unknown; prepare(sql: string): Statement; close(): unknown };

/**
 * Opens with the SQLite inside Node where there is one, else with libsql, which needs no compiler on any platform.
 *
 * What fails for the file's sake fails with a sentence about the file.
 */
export function openSqlite(file: string): Sqlite {
  let finalFailure: Error | undefined;
  const giveUp = (reason: Error): Error => (finalFailure ??= reason);

  const guarded = <T>(act: () => T): T => {
    if (finalFailure !== undefined) throw finalFailure;
    try {
      return act();
    } catch (error) {
      const failure = failureOf(error, file);
      if (failure === undefined) throw error;
      throw failure.isFinal ? giveUp(failure.error) : failure.error;
    }
  };

  const builtIn = guarded(() => openBuiltIn(file));
  const connection = builtIn ?? guarded(() => openLibsql(file));
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    driver: builtIn === undefined ? 'libsql' : 'node:sqlite',
    exec: (sql) => guarded(() => void connection.exec(sql)),
    run: (sql, ...values) => guarded(() => ({ lastRow: Number(prepared(sql).run(...values).lastInsertRowid) })),
    all: (sql, ...values) => guarded(() => prepared(sql).all(...values) as SqlRow[]),
    first: (sql, ...values) => guarded(() => prepared(sql).get(...values) as SqlRow | undefined),
    giveUp,
    damaged: (reason) => giveUp(damagedFile(file, reason)),
    isGivenUp: () => finalFailure !== undefined,
    close: () => {
      statements.clear();
      connection.close();
    },
  };
}

function openBuiltIn(file: string): Connection | undefined {
  const builtIn = process.getBuiltinModule('node:sqlite') as
    { DatabaseSync: new (file: string) => Connection } | undefined;
  return builtIn === undefined ? undefined : new builtIn.DatabaseSync(file);
}

function openLibsql(file: string): Connection {
  const require = createRequire(__filename);
  const Libsql = require('libsql') as new (file: string) => Connection;
  return new Libsql(file);
}
