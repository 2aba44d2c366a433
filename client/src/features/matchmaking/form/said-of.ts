import type { MatchFact } from '@contract/match-kind';
import { factNames } from '../match-words';
import { formText as text } from './form-copy';
import type { ProfileDraft } from './profile-draft';
import { UNSAID } from './profile-draft';

type Optional = Exclude<MatchFact, 'age'>;

/** Whether something was said to a fact that may be left out. */
function isSaid(draft: ProfileDraft, fact: Optional): boolean {
  if (fact === 'ages') return draft.agesFrom !== '' || draft.agesUpTo !== '';
  const typed = draft[fact];
  return typed.length > 0 && typed !== UNSAID;
}

/** What of a folded part is filled in, by name. */
export function summaryOf(draft: ProfileDraft, facts: readonly Optional[]): string {
  const names = facts.filter((fact) => isSaid(draft, fact)).map((fact) => factNames[fact]);
  return names.length === 0 ? text.nothingYet : text.filled(names);
}
