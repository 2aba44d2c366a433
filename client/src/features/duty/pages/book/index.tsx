import type { VolunteerNo } from '@contract/ids';
import { BookSheet } from '../../book/book-sheet';
import { bookPhrases } from '../../book/book-copy';
import { PeopleDesk } from '../../book/people-desk';
import { StationPage } from '../../station-page';

/** The volunteers of a station; with a number in the address, the book of one of them. */
export default function BookPage() {
  return (
    <StationPage title={bookPhrases.title}>
      {(stationId, { no = '' }) =>
        /^V\d{8}$/.test(no) ? (
          <BookSheet key={no} stationId={stationId} number={no as VolunteerNo} />
        ) : (
          <PeopleDesk key={stationId} stationId={stationId} />
        )
      }
    </StationPage>
  );
}
