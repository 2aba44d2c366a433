import tcb from '@cloudbase/node-sdk';
import type { CollectionDefinition, EmulatorOptions, LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';

export type SdkDatabase = ReturnType<ReturnType<typeof tcb.init>['database']>;

export type SdkCloud = {
  readonly cloud: LocalCloud;
  /** Runs a piece of a function with the real SDK's database. */
  using<T>(act: (database: SdkDatabase) => Promise<T>): Promise<T>;
};

/** A local cloud in memory with the given collections, as the SDK sees it. */
export async function sdkCloud(
  collections: readonly CollectionDefinition[],
  options: Partial<EmulatorOptions> = {},
): Promise<SdkCloud> {
  const cloud = await openLocalCloud({ dataFile: ':memory:', collections, functions: { handlers: {} }, ...options });
  return {
    cloud,
    using: (act) => cloud.runAs({ console: true }, () => act(tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database())),
  };
}
