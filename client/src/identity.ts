/**
 * Who this browser speaks for. A mini-program never asks: WeChat tells the function itself.
 *
 * Only the emulator's build knows demonstration identities; in every other one the branch is cut out.
 */
const source: Promise<() => string | null> = EMULATOR
  ? import('./persona/chosen').then((persona) => persona.token)
  : Promise.resolve(() => null);

export const token = async (): Promise<string | null> => (await source)();
