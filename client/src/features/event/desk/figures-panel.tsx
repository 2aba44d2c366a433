import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { groupName } from '../event-words';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import type { EventDesk } from './use-event-desk';

const at = classes(styles);
const words = deskText.figures;

type Fact = { readonly label: string; readonly value: string };

/** How an event stands, in words: what is zero and says nothing is left out. */
export function factsOf({ event, figures }: Pick<EventDesk, 'event' | 'figures'>): readonly Fact[] {
  const { seats, confirmed, offered, waiting, entered, cancelled, sides } = figures;
  const { attended, walkIns, noShows, ratings, stars } = figures;
  const isWalkIn = event.places === 'walk-in';
  const isOver = event.state === 'held' || event.state === 'archived';
  const said = (isSaid: boolean, label: string, value: string): readonly Fact[] => (isSaid ? [{ label, value }] : []);
  return [
    { label: words.seats, value: isWalkIn ? words.noSeats : words.people(seats) },
    ...said(event.inPairs, words.admission, words.inPairs),
    ...said(!isWalkIn, words.confirmed, words.count(confirmed)),
    ...said(offered > 0, words.offered, words.count(offered)),
    ...said(waiting > 0 || !isWalkIn, words.waiting, words.count(waiting)),
    ...sides.map((side) => ({
      label: groupName(side.group),
      value: words.side(side.confirmed, side.offered, side.waiting),
    })),
    ...said(entered > 0 || event.places === 'draw', words.entered, words.count(entered)),
    ...said(cancelled > 0, words.cancelled, words.count(cancelled)),
    ...said(attended > 0 || (isOver && !isWalkIn), words.attended, words.count(attended)),
    ...said(walkIns > 0 || event.walkIns || isWalkIn, words.walkIns, words.people(walkIns)),
    ...said(noShows !== null, words.noShows, words.count(noShows ?? 0)),
    ...said(
      isOver || ratings > 0,
      words.rating,
      ratings === 0 ? words.noStars : words.stars((stars / ratings).toFixed(1), ratings),
    ),
  ];
}

export function FiguresPanel({ desk }: { readonly desk: EventDesk }) {
  return (
    <Panel title={words.title}>
      <Facts items={factsOf(desk)} />
      {desk.event.inPairs ? <View className={at('about')}>{words.pairsAbout}</View> : null}
      {desk.event.isFamily ? <View className={at('about')}>{words.about}</View> : null}
    </Panel>
  );
}
