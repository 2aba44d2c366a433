import type { Step } from './plan';
import { PROBE } from './plan';
import { stepWords } from './plan-words';
import type { Documents, TencentCloud } from './tencent';

export type Say = (line: string) => void;

/** How long to wait for what the platform does in its own time. Milliseconds. */
export type Patience = { readonly writableMs: number; readonly settledMs: number; readonly pollMs: number };

export const PATIENCE: Patience = { writableMs: 10_000, settledMs: 60_000, pollMs: 500 };

/**
 * Takes the steps in order. A step that fails ends the work on its collection, and the others go on: the next run
 * picks up what is left.
 *
 * @returns the collections that failed
 */
export async function takeSteps(
  cloud: TencentCloud,
  steps: readonly Step[],
  patience: Patience,
  say: Say,
): Promise<ReadonlySet<string>> {
  const failed = new Set<string>();
  for (const step of steps) {
    if (failed.has(step.collection)) {
      say(`- ${stepWords(step)}：跳过`);
      continue;
    }
    try {
      await takeStep(cloud, step, patience);
      say(`✓ ${stepWords(step)}`);
    } catch (error) {
      failed.add(step.collection);
      say(`✗ ${stepWords(step)}：${troubleOf(error)}`);
    }
  }
  return failed;
}

async function takeStep({ structure, documents }: TencentCloud, step: Step, patience: Patience): Promise<void> {
  switch (step.act) {
    case 'create-collection':
      await structure.createCollection(step.collection);
      return waitUntilWritable(documents, step.collection, patience);
    case 'close-collection':
      return structure.closeCollection(step.collection);
    case 'remove-probe':
      return documents.remove(step.collection, PROBE._id);
    case 'drop-index':
      return structure.dropIndex(step.collection, step.index);
    case 'create-index':
      return structure.createIndex(step.collection, step.index);
    case 'add-documents':
      return documents.add(step.collection, step.documents);
    case 'replace-document':
      return documents.put(step.collection, step.document);
  }
}

/**
 * The platform says that a new collection exists before it takes a document, so only a write tells. The probe goes at
 * once: the functions' own documents look different, and they would choke on it.
 */
async function waitUntilWritable(documents: Documents, collection: string, patience: Patience): Promise<void> {
  const arrived = await becomesTrue(patience.writableMs, patience.pollMs, async (isLast) => {
    try {
      await documents.put(collection, PROBE);
      return true;
    } catch (error) {
      if (isLast) throw error;
      return false;
    }
  });
  if (arrived) await documents.remove(collection, PROBE._id);
}

/** Asks until it is so or the time is over. The last time is named, so that its own error can be the answer. */
export async function becomesTrue(
  withinMs: number,
  pollMs: number,
  ask: (isLast: boolean) => Promise<boolean>,
): Promise<boolean> {
  const times = Math.max(1, Math.ceil(withinMs / pollMs));
  for (let time = 1; time <= times; time += 1) {
    if (await ask(time === times)) return true;
    if (time < times) await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return false;
}

/** What the platform said, with its code. A duplicate is told by its index only: its value is somebody's. */
export function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = error.message.replace(/dup key:.*$/s, 'dup key');
  return code === '' || message.includes(code) ? message : `${message}（${code}）`;
}
