import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmulator } from './emulator';
import type { CollectionDefinition } from './options';

const usage = `tsx emulator/serve.ts --functions <dir> --data <file> --port <n>
  --collections <file.ts>  a module that exports \`collections\`
  --site <dir>             the built H5 site
  --strict                 refuse queries that no index serves
  --latency <ms>           add to each database request`;

const { values } = parseArgs({
  options: {
    functions: { type: 'string' },
    data: { type: 'string' },
    port: { type: 'string' },
    collections: { type: 'string' },
    site: { type: 'string' },
    latency: { type: 'string' },
    strict: { type: 'boolean', default: false },
  },
});

async function serve(): Promise<void> {
  const { functions, data, port } = values;
  if (functions === undefined || data === undefined || port === undefined) throw new Error(usage);
  const emulator = await startEmulator({
    port: Number(port),
    dataFile: data,
    collections: values.collections === undefined ? [] : readCollections(values.collections),
    functions: { directory: resolve(functions) },
    strict: values.strict,
    latencyMs: Number(values.latency ?? 0),
    log: (line) => console.log(line),
    ...(values.site === undefined ? {} : { siteDirectory: resolve(values.site) }),
  });
  console.log(`emulator at ${emulator.address}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.stop());
}

function readCollections(file: string): readonly CollectionDefinition[] {
  const { collections } = createRequire(__filename)(resolve(file)) as { collections?: unknown };
  if (!Array.isArray(collections)) throw new Error(`${file} exports no collections`);
  return collections as readonly CollectionDefinition[];
}

serve().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
