import { RequestError } from './words';

/** Where an import stands. Sizes in bytes of the file. */
export type ImportProgress =
  | { readonly at: 'idle' }
  | { readonly at: 'receiving'; readonly bytes: number }
  | { readonly at: 'reading'; readonly bytes: number; readonly ofBytes: number; readonly documents: number }
  | { readonly at: 'finishing' };

export type ImportTurn = { now(): ImportProgress; run<T>(act: (tell: Tell) => Promise<T>): Promise<T> };

export type Tell = (progress: ImportProgress) => void;

/** One import at a time, and how far it is. */
export function importTurn(): ImportTurn {
  let progress: ImportProgress = { at: 'idle' };
  return {
    now: () => progress,
    async run(act) {
      if (progress.at !== 'idle') throw new RequestError('另一个数据集正在导入，等它结束再试', 409);
      progress = { at: 'receiving', bytes: 0 };
      try {
        return await act((next) => {
          progress = next;
        });
      } finally {
        progress = { at: 'idle' };
      }
    },
  };
}
