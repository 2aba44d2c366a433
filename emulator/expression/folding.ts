import { CloudError, requestFailed } from '../cloud-error';
import { MOST_WORK, withinWork } from '../work';
import type { Expression } from './expression';

/** Evaluates what is constant in something that has been read. @throws what the evaluation throws */
type Fold = () => void;

/** Something that was read by itself, and whether it is the same in every document. */
export type Part<Made> = { readonly made: Made; readonly isConstant: boolean; readonly fold: Fold };

// Reading is synchronous: what is being read knows here what waits to be folded, and whether it depends on a document.
let waiting: Fold[] | undefined;
let isVarying = false;

/**
 * Reads something with expressions in it. Once it is read as a whole its constants are evaluated, once for all
 * documents; so what MongoDB refuses in them is refused before there is a document, and after every mistake of form.
 *
 * @param where what MongoDB says it was about, where a constant is refused
 */
export function foldingConstants<Made>(read: () => Made, where?: string): Made {
  if (waiting !== undefined) return read();
  const { made, fold } = apart(read);
  try {
    withinWork(MOST_WORK, fold);
  } catch (error) {
    throw where !== undefined && error instanceof CloudError
      ? requestFailed(`${where} :: caused by :: ${error.message}`)
      : error;
  }
  return made;
}

/** Reads what is not folded with that which is around it: the reader hands its constants to `foldLater`, or does not. */
export function apart<Made>(read: () => Made): Part<Made> {
  const [outerWaiting, wasVarying] = [waiting, isVarying];
  const own: Fold[] = [];
  waiting = own;
  isVarying = false;
  try {
    const made = read();
    return { made, isConstant: !isVarying, fold: () => own.forEach((fold) => fold()) };
  } finally {
    waiting = outerWaiting;
    isVarying = wasVarying;
  }
}

/** What is being read is not the same in every document. */
export function varies(): void {
  isVarying = true;
}

export function foldLater(fold: Fold): void {
  waiting?.push(fold);
}

/** Reads an expression that is constant if all in it is. */
export function foldable(read: () => Expression): Expression {
  const { made, isConstant, fold } = apart(read);
  if (!isConstant) {
    varies();
    foldLater(fold);
    return made;
  }
  let evaluate = made;
  foldLater(() => {
    fold();
    const value = made({});
    evaluate = () => value;
  });
  return (scope) => evaluate(scope);
}
