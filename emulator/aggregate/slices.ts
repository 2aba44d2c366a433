import { requestFailed } from '../cloud-error';
import { asLong, wholeOf } from '../expression/numbers';
import { shown } from '../expression/text-operand';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isDocument, isNumber } from '../values/value';
import type { StageParser } from './pipeline';

function wholeNumber(stage: string, operand: Value): number {
  const words = `${stage}: ${shown(operand)}`;
  if (!isNumber(operand)) throw requestFailed(`invalid argument to ${stage} stage: Expected a number in: ${words}`);
  const number = Number(wholeOf(operand) ?? NaN);
  if (Number.isNaN(number)) throw requestFailed(`invalid argument to ${stage} stage: Expected an integer: ${words}`);
  if (number < 0) {
    throw requestFailed(`invalid argument to ${stage} stage: Expected a non-negative number in: ${words}`);
  }
  return number;
}

export function limitOf(operand: Value): number {
  const number = wholeNumber('$limit', operand);
  if (number === 0) throw requestFailed('the limit must be positive');
  return number;
}

export function skipOf(operand: Value): number {
  return wholeNumber('$skip', operand);
}

export const limit: StageParser = (operand) => {
  const most = limitOf(operand);
  return function* (documents) {
    let taken = 0;
    for (const document of documents) {
      yield document;
      taken += 1;
      if (taken >= most) return;
    }
  };
};

export const skip: StageParser = (operand) => {
  const few = skipOf(operand);
  return function* (documents) {
    let passed = 0;
    for (const document of documents) {
      if (passed >= few) yield document;
      passed += 1;
    }
  };
};

/** Documents drawn at random, each once at most. */
export const sample: StageParser = (operand) => {
  if (!isDocument(operand)) throw requestFailed('the $sample stage specification must be an object');
  const unknown = Object.keys(operand).find((name) => name !== 'size');
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $sample: ${unknown}`);
  const { size } = operand;
  if (size === undefined) throw requestFailed('$sample stage must specify a size');
  if (!isNumber(size)) throw requestFailed(`size argument to $sample must be a number, not ${typeName(size)}`);
  const most = Number(asLong(size));
  if (!(most > 0)) throw requestFailed('size argument to $sample must be a positive integer');
  return function* (documents) {
    const pool: BsonDocument[] = [...documents];
    for (let taken = 0; taken < Math.min(most, pool.length); taken += 1) {
      const at = taken + Math.floor(Math.random() * (pool.length - taken));
      const drawn = pool[at];
      const here = pool[taken];
      if (drawn === undefined || here === undefined) return;
      pool[at] = here;
      yield drawn;
    }
  };
};
