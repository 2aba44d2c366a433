import type { Problems } from './read-problems';
import type { TermsDraft } from './terms-draft';

/** What a section needs of a form: what stands in it, what is wrong, and a way to change it. */
export type Editing<Draft> = {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly onChange: (part: Partial<Draft>) => void;
};

/** The sections that an event and a series have alike. */
export type TermsEditing = Editing<TermsDraft>;
