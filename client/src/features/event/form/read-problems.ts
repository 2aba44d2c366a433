import { formText } from './form-copy';

/** A sentence for each field that is wrong, by its path in the form, e.g. `sessions.0`. */
export type Problems = Readonly<Record<string, string>>;

export type ReadForm<Form> =
  { readonly ok: true; readonly form: Form } | { readonly ok: false; readonly problems: Problems };

/** Full-width digits and dots become what a machine reads. */
const plain = (text: string): string => text.normalize('NFKC').trim();

export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Reads what was typed, and writes down what is missing or no number, each at its place. */
export function reader() {
  const problems: Record<string, string> = {};
  const wrong = (path: string, text: string): void => {
    problems[path] ??= text;
  };
  return {
    problems,
    wrong,
    needed<Value>(path: string, value: Value | null): Value | null {
      if (value === null || (typeof value === 'string' && value.trim() === '')) wrong(path, formText.missing);
      return value;
    },
    /** A whole number from `least` to `most`; the least where none was typed. */
    whole(path: string, text: string, least: number, most: number): number {
      const value = Number(plain(text));
      if (text.trim() === '') wrong(path, formText.missing);
      else if (!Number.isInteger(value) || value < least || value > most) wrong(path, formText.between(least, most));
      else return value;
      return least;
    },
  };
}

export type Reader = ReturnType<typeof reader>;
