import { NotReady } from './settings';
import { troubleOf } from './take-steps';

/** Ends the process with 0 only when the work says that all of it is done. */
export function endWith(work: Promise<boolean>): void {
  work.then(
    (isDone) => {
      process.exitCode = isDone ? 0 : 1;
    },
    (error: unknown) => {
      console.error(error instanceof NotReady ? error.message : `出错了：${troubleOf(error)}`);
      process.exitCode = 1;
    },
  );
}
