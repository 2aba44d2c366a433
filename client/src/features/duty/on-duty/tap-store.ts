import type { Tapped } from '@contract/duty-tap';
import type { ShiftId } from '@contract/ids';
import { noteStore } from '@/queue/note-store';

/** What was done at each shift and not yet answered, on this device. */
export const tapStore = noteStore<ShiftId, Tapped>('duty-taps', (kept) => typeof kept['did'] === 'string');
