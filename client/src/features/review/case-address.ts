import { CaseId } from '@contract/ids';

/**
 * The case that an address names, or null. A browser hands parameters over decoded, WeChat as they were written; an id
 * holds no percent sign, so reading twice is safe.
 */
export function caseIdIn(parameters: Readonly<Record<string, string | undefined>>): CaseId | null {
  const written = parameters['caseId'] ?? '';
  const read = CaseId.safeParse(decoded(written));
  return read.success ? read.data : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
