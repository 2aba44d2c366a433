import { requestFailed } from '../cloud-error';
import { checkFieldName } from '../expression/field-path';
import { shown } from '../expression/text-operand';
import { refuseFieldName } from '../values/ejson';
import { documentOf, fieldsOf } from '../values/fields';
import { typeName } from '../values/type-names';
import { isArray, isDocument } from '../values/value';
import type { StageParser } from './pipeline';
import { parsePipeline, runOnDocuments } from './pipeline';

const notInside = ['$facet', '$geoNear', '$documents'];

/** `$facet`: several pipelines over the same documents, their results side by side in one document. */
export const facet: StageParser = (operand, context) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0) {
    throw requestFailed(`the $facet specification must be a non-empty object, but found: ${shown(operand)}`);
  }
  if (context.isInFacet === true) throw requestFailed('$facet is not allowed to be used within a $facet stage');
  const pipelines = fieldsOf(operand).map(([field, stages]) => {
    checkFieldName(field);
    refuseFieldName(field);
    if (!isArray(stages))
      throw requestFailed(`arguments to $facet must be arrays, ${field} is type ${typeName(stages)}`);
    for (const stage of stages) {
      const name = isDocument(stage) ? (Object.keys(stage)[0] ?? '') : '';
      if (notInside.includes(name)) throw requestFailed(`${name} is not allowed to be used within a $facet stage`);
    }
    return [field, parsePipeline(stages, { ...context, depth: context.depth + 1, isInFacet: true })] as const;
  });
  return function* (documents, variables) {
    const all = [...documents];
    yield documentOf(
      pipelines.map(([field, pipeline]) => [field, [...runOnDocuments(pipeline, all, variables)]] as const),
    );
  };
};
