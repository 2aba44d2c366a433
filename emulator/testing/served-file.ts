import { startEmulator } from '../emulator';
import type { CollectionDefinition } from '../options';

const byNumber: CollectionDefinition['indexes'] = [{ name: 'n', keys: [['n', 1]] }];

const collections: readonly CollectionDefinition[] = ['accounts', 'transfers', 'notes', 'seats'].map((name) => ({
  name,
  indexes: byNumber,
}));

/** The program of tests that kill an emulator: serves the data file it is told, says where, and lives on. */
startEmulator({ port: 0, dataFile: process.argv[2] ?? '', collections, functions: { handlers: {} } }).then(
  (emulator) => {
    process.on('message', () => void emulator.stop().then(() => process.exit()));
    process.send?.({ address: emulator.address });
  },
  (error: unknown) => {
    process.send?.({ refusal: error instanceof Error ? error.message : String(error) });
    process.exit(1);
  },
);
