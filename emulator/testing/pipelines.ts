import type { SdkDatabase } from './sdk-database';

type Plain = Readonly<Record<string, unknown>>;

/** A pipeline as a function writes it: one method for each stage that the SDK knows. */
export type SdkStages = {
  match(filter: unknown): SdkStages;
  limit(number: number): SdkStages;
  skip(number: number): SdkStages;
  count(field: string): SdkStages;
  sortByCount(expression: unknown): SdkStages;
  unwind(path: unknown): SdkStages;
  addFields(fields: Plain): SdkStages;
  bucket(stage: Plain): SdkStages;
  bucketAuto(stage: Plain): SdkStages;
  group(stage: Plain): SdkStages;
  lookup(stage: Plain): SdkStages;
  geoNear(stage: Plain): SdkStages;
  project(fields: Plain): SdkStages;
  replaceRoot(stage: Plain): SdkStages;
  sample(stage: Plain): SdkStages;
  sort(order: Plain): SdkStages;
  done(): readonly Plain[];
  end(): Promise<{ readonly data: readonly Plain[] }>;
};

/** The SDK's names of operators in expressions, `db.command.aggregate`. */
export type SdkExpressions = Readonly<
  Record<'add' | 'cond' | 'eq' | 'gte' | 'lt' | 'push' | 'sum', (operand: unknown) => unknown>
> & { pipeline(): SdkStages };

/** The SDK's own builder of pipelines over a collection. */
export function stagesOn(database: SdkDatabase, collection: string): SdkStages {
  return database.collection(collection).aggregate() as unknown as SdkStages;
}

/** `db.command.aggregate`. */
export function expressionsOf(database: SdkDatabase): SdkExpressions {
  return (database.command as unknown as { readonly aggregate: SdkExpressions }).aggregate;
}

type RawCollection = {
  options(options: { readonly raw: true }): { aggregate(pipeline: readonly Plain[]): SdkStages };
};

/** A pipeline in MongoDB's own form, as the SDK sends it when asked to leave it alone. */
export async function rawPipeline(
  database: SdkDatabase,
  collection: string,
  pipeline: readonly Plain[],
): Promise<readonly Plain[]> {
  const raw = (database.collection(collection) as unknown as RawCollection).options({ raw: true });
  return (await raw.aggregate(pipeline).end()).data;
}
