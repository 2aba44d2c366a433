import { createRequire } from 'node:module';

type Plain = Readonly<Record<string, unknown>>;

type Said = { readonly errMsg: string };

type WxDocument = {
  get(): Promise<Said & { readonly data: unknown }>;
  set(options: { readonly data: Plain }): Promise<Said & { readonly _id: string; readonly stats: unknown }>;
  update(options: { readonly data: Plain }): Promise<Said & { readonly stats: { readonly updated: number } }>;
  remove(): Promise<Said & { readonly stats: { readonly removed: number } }>;
};

type WxQuery = {
  where(filter: unknown): WxQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): WxQuery;
  skip(count: number): WxQuery;
  limit(count: number): WxQuery;
  field(fields: Plain): WxQuery;
  get(): Promise<Said & { readonly data: readonly Plain[] }>;
  count(): Promise<Said & { readonly total: number }>;
  update(options: { readonly data: Plain }): Promise<Said & { readonly stats: { readonly updated: number } }>;
  remove(): Promise<Said & { readonly stats: { readonly removed: number } }>;
};

type WxAggregate = {
  match(filter: unknown): WxAggregate;
  group(group: Plain): WxAggregate;
  sort(order: Plain): WxAggregate;
  end(): Promise<Said & { readonly list: readonly Plain[] }>;
};

type WxCollection = WxQuery & {
  doc(id: string): WxDocument;
  add(options: {
    readonly data: unknown;
  }): Promise<Said & { readonly _id?: string; readonly _ids?: readonly string[] }>;
  aggregate(): WxAggregate;
};

type WxTransaction = { collection(name: string): WxCollection; rollback(reason?: unknown): Promise<unknown> };

type WxDatabase = {
  readonly command: Readonly<Record<string, (...operands: readonly unknown[]) => unknown>> & {
    readonly aggregate: Readonly<Record<string, (...operands: readonly unknown[]) => unknown>>;
  };
  readonly Geo: { Point(longitude: number, latitude: number): unknown };
  serverDate(): unknown;
  RegExp(pattern: { readonly regexp: string; readonly options: string }): unknown;
  collection(name: string): WxCollection;
  createCollection(name: string): Promise<Said>;
  runTransaction<T>(act: (transaction: WxTransaction) => Promise<T>): Promise<T>;
};

type FileSaid = {
  readonly fileID: string;
  readonly status: number;
  readonly errMsg: string;
  readonly tempFileURL?: string;
};

type OpenApi = (options: Plain) => Promise<Said & Plain>;

/** What the tests use of wx-server-sdk; its own typings say `any` to most of it. */
type WxCloud = {
  readonly DYNAMIC_CURRENT_ENV: symbol;
  readonly openapi: Readonly<Record<string, Readonly<Record<string, OpenApi>>>>;
  readonly cloudPay: Readonly<Record<string, OpenApi>>;
  init(config: { readonly env: symbol; readonly throwOnNotFound?: boolean }): void;
  database(config?: { readonly throwOnNotFound?: boolean }): WxDatabase;
  callFunction(options: { readonly name: string; readonly data?: Plain }): Promise<Said & { readonly result: unknown }>;
  callOpenAPI(options: { readonly api: string; readonly data: Plain }): Promise<Said & { readonly result: unknown }>;
  uploadFile(options: {
    readonly cloudPath: string;
    readonly fileContent: unknown;
  }): Promise<Said & { readonly fileID: string }>;
  downloadFile(options: { readonly fileID: string }): Promise<Said & { readonly fileContent: Buffer }>;
  deleteFile(options: {
    readonly fileList: readonly string[];
  }): Promise<Said & { readonly fileList: readonly FileSaid[] }>;
  getTempFileURL(options: {
    readonly fileList: readonly unknown[];
  }): Promise<Said & { readonly fileList: readonly FileSaid[] }>;
  getWXContext(): Plain;
  getOpenData(options: { readonly list: readonly string[] }): Promise<unknown>;
  getVoIPSign(options: Plain): Promise<unknown>;
  logger(): Readonly<Record<'log' | 'info' | 'warn' | 'error', (message: Plain) => void>>;
};

/** The real SDK, from the registry of whoever asks. */
export function wxCloud(): WxCloud {
  const cloud = createRequire(__filename)('wx-server-sdk') as WxCloud;
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  return cloud;
}
