import { createRequire } from 'node:module';

export type SqlValue = null | number | string | Uint8Array;
export type SqlRow = Readonly<Record<string, unknown>>;

/** The few verbs we ask of SQLite; node:sqlite and libsql both have them. */
export type Sqlite = {
  readonly driver: 'node:sqlite' | 'libsql';
  exec(sql: string): void;
  run(sql: string, ...values: SqlValue[]): { readonly lastRow: number };
  all(sql: string, ...values: SqlValue[]): readonly SqlRow[];
  close(): void;
};

type Statement = {
  run(...values: SqlValue[]): { lastInsertRowid: number | bigint };
  all(...values: SqlValue[]): unknown[];
};

type Connection = { exec(sql: string): unknown; prepare(sql: string): Statement; close(): unknown };

/** Opens with the SQLite inside Node where there is one, else with libsql, which needs no compiler on any platform. */
export function openSqlite(file: string): Sqlite {
  const builtIn = openBuiltIn(file);
  const connection = builtIn ?? openLibsql(file);
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
    exec: (sql) => void connection.exec(sql),
    run: (sql, ...values) => ({ lastRow: Number(prepared(sql).run(...values).lastInsertRowid) }),
    all: (sql, ...values) => prepared(sql).all(...values) as SqlRow[],
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
