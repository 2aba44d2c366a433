import type { StationId } from '@contract/ids';
import type { Asking, ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { showDeskWords } from './desk-refusals';

export type Desk = ValueFor<'station.showDesk'>;

/** What the desk of a station shows; asked anew after each thing that is done there. */
export const useDesk = (stationId: StationId): Asking<Desk> =>
  useQuestion('station.showDesk', { stationId }, showDeskWords);
