import type { MatchCard } from '@contract/match-proposal';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { cardLines } from './card-lines';
import type { StateWords } from './match-states';
import { calledText, genderNames } from './match-words';

const text = { stamped: '单位已盖章', nothing: '没有别的内容' } as const;

export type PersonCardProps = {
  readonly card: MatchCard;
  /** Said instead of what they are called, e.g. on one's own. */
  readonly title?: string | undefined;
  /** Beside the stamp, under the name. */
  readonly tag?: StateWords | undefined;
  /** Before the facts: a picture. */
  readonly picture?: ReactNode;
  /** After the facts. */
  readonly children?: ReactNode;
};

/** Somebody as whoever holds the card may read them. */
export function PersonCard({ card, title, tag, picture, children }: PersonCardProps) {
  const lines = cardLines(card);
  return (
    <Panel title={title ?? `${calledText(card.calledName)} · ${genderNames[card.gender]}`}>
      {tag === undefined ? null : <Tag tone={tag.tone}>{tag.text}</Tag>}
      {card.isStamped ? <Tag tone="good">{text.stamped}</Tag> : null}
      {picture}
      {lines.length === 0 ? <View>{text.nothing}</View> : <Facts items={lines} />}
      {children}
    </Panel>
  );
}
