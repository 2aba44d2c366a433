import type { ProfileId, UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import styles from '../../duty/head.module.scss';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Notice } from '@/ui/notice';
import { Rows } from '@/ui/rows';
import { usePages } from '@/use-pages';
import { BenchAsked } from '../bench/bench-asked';
import { nameSeen } from '../bench/for-whom';
import { FilterForm } from './filter-form';
import type { PoolFilters } from './filters';
import { noFilters } from './filters';
import { poolPhrases as words, searchRefusals } from './pool-copy';
import { PersonRow } from './pool-row';

export type PoolDeskProps = {
  readonly studioId: UnionId;
  /** For whom somebody is looked for; whoever is opened can be proposed to them. */
  readonly forOne: ProfileId | null;
};

const at = classes(styles);

/** The pool of a studio. Each list of people is written down for everybody on it, so it is asked for whole pages alone. */
export function PoolDesk({ studioId, forOne }: PoolDeskProps) {
  const [filters, setFilters] = useState<PoolFilters>(noFilters);
  const { question, first, more } = usePages('matchmaking.searchPool', { studioId, ...filters }, searchRefusals);
  const open = (profileId: ProfileId) =>
    go('person', { id: profileId, studio: studioId, ...(forOne === null ? {} : { for: forOne }) });
  return (
    <View>
      {forOne === null ? null : <Notice tone="info">{words.forOne(nameSeen(forOne))}</Notice>}
      <FilterForm onFind={setFilters} />
      {first === null ? null : (
        <View>
          {first.total === null ? null : <View className={at('group')}>{words.total(first.total)}</View>}
          <View className={at('about')}>{words.order}</View>
        </View>
      )}
      <BenchAsked question={question} skeletonRows={6} empty={<Empty title={words.none} about={words.noneAbout} />}>
        {(rows) => (
          <Rows>
            {rows
              .filter(({ profileId }) => profileId !== forOne)
              .map((row) => (
                <PersonRow key={row.profileId} row={row} onPress={() => open(row.profileId)} />
              ))}
          </Rows>
        )}
      </BenchAsked>
      <MoreButton more={more} />
    </View>
  );
}
