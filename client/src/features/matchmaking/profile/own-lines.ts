import type { MatchFacts, ProfileForm } from '@contract/match-profile';
import { dayOf } from '@/features/event/event-time';
import type { Fact } from '@/ui/facts';
import { factLines } from '../card-lines';
import { childWishNames, contactKindNames, genderNames, seekingNames, seenByNames } from '../match-words';
import { profileText as text } from './profile-copy';

type Shown = Parameters<typeof factLines>[0];

/** Every fact as a card would say it, whoever may see it. */
function shownOf(facts: MatchFacts, now: number): Shown {
  const { age, ...others } = facts;
  const values = Object.entries(others).map(([fact, said]) => [fact, said?.value ?? null] as const);
  return {
    age: Number(dayOf(now).slice(0, 4)) - age.value,
    facts: Object.fromEntries(values) as Shown['facts'],
  };
}

/** What one said of oneself, each with who sees it. */
export function ownLines({ calledName, gender, facts }: ProfileForm, now: number): readonly Fact[] {
  const always = (label: string, value: string) => ({ label, value, note: text.always });
  return [
    always(text.calledName, calledName),
    always(text.gender, genderNames[gender]),
    ...factLines(shownOf(facts, now)).map(({ fact, label, value }) => ({
      label,
      value,
      note: seenByNames[facts[fact]?.seenBy ?? 'studio'],
    })),
  ];
}

/** What nobody else reads: how one is reached, and what the rule alone is told. */
export function privateLines({ contact, seeks, children, notColleagues }: ProfileForm): readonly Fact[] {
  return [
    { label: text.contact, value: text.contactValue(contactKindNames[contact.kind], contact.value) },
    ...(seeks === null ? [] : [{ label: text.seeks, value: seekingNames[seeks], note: text.ruleOnly }]),
    ...(children === null ? [] : [{ label: text.children, value: childWishNames[children], note: text.ruleOnly }]),
    ...(notColleagues ? [{ label: text.colleagues, value: text.notColleagues, note: text.ruleOnly }] : []),
  ];
}
