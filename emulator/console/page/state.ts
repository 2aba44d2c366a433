import { usePolled } from './asked';

type PersonaShown = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly openid: string;
};

/** What the emulator was started with. */
export type State = {
  readonly driver: string;
  readonly dataFile: string;
  readonly isStrict: boolean;
  readonly functions: readonly string[];
  readonly personas: readonly PersonaShown[];
};

const EVERY_MS = 5_000;

export function useCloudState(): { readonly state: State | null; readonly trouble: string | null } {
  const { asked } = usePolled<State>('/state', EVERY_MS);
  if (asked.at === 'answered') return { state: asked.answer, trouble: asked.trouble };
  return { state: null, trouble: asked.at === 'failed' ? asked.message : null };
}
