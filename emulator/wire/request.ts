import { invalidParameter } from '../cloud-error';

/** The JSON that the SDK posts. Nothing in it is trusted to be of the right type. */
export type WireRequest = Readonly<Record<string, unknown>>;

export type WireAnswer = Readonly<Record<string, unknown>>;

/** A text field. The SDK leaves out what it does not set, and sends an empty text for a collection without a filter. */
export function textOf(request: WireRequest, field: string): string | undefined {
  const value = request[field];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw invalidParameter(`${field} must be text`);
  return value;
}

export function requiredText(request: WireRequest, field: string): string {
  const text = textOf(request, field);
  if (text === undefined) throw invalidParameter(`${field} is missing`);
  return text;
}

export function wholeNumber(request: WireRequest, field: string): number | undefined {
  const value = request[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalidParameter(`${field} must be a whole number`);
  }
  return value;
}
