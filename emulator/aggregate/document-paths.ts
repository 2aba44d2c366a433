import { requestFailed } from '../cloud-error';
import { stepsOf } from '../expression/field-path';
import { refuseFieldName } from '../values/ejson';

/** The steps of a path that a stage will write to. */
export function writableSteps(path: string): readonly string[] {
  const steps = stepsOf(path);
  steps.forEach(refuseFieldName);
  return steps;
}

/** The path in `'$tags'`. @param refused what to say of a text that has no dollar */
export function prefixedPath(text: string, refused: string): readonly string[] {
  if (!text.startsWith('$') || text.startsWith('$$')) throw requestFailed(refused);
  return writableSteps(text.slice(1));
}
