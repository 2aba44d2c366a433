import { useState } from 'react';
import { go, replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Row, Rows } from '@/ui/rows';
import { useQuestion } from '@/use-question';
import type { ValueFor } from '@/use-question';
import { figuresText } from './figures-copy';

/** The figures of another district. Asked at a tap: most people came for this one. */
export function OtherDistricts({ district }: { readonly district: string }) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <Districts here={district} />;
  return (
    <Rows>
      <Row title={figuresText.others} onPress={() => setWanted(true)} />
    </Rows>
  );
}

function Districts({ here }: { readonly here: string }) {
  const { question } = useQuestion('station.listStreets', {});
  return (
    <Asked question={question} skeletonRows={3}>
      {({ streets }) => <DistrictRows districts={districtsOf(streets, here)} />}
    </Asked>
  );
}

type Districts = readonly { readonly district: string; readonly count: number }[];

function DistrictRows({ districts }: { readonly districts: Districts }) {
  if (districts.length === 0)
    return (
      <Empty
        title={figuresText.noOthers}
        about={figuresText.noOthersAbout}
        action={{ label: figuresText.toStations, onPress: () => go('stations') }}
      />
    );
  return (
    <Rows label={figuresText.others}>
      {districts.map(({ district, count }) => (
        <Row
          key={district}
          title={district}
          value={figuresText.count(count)}
          onPress={() => replaceWith('figures', { district })}
        />
      ))}
    </Rows>
  );
}

type Streets = ValueFor<'station.listStreets'>['streets'];

/** With all stations of their streets, the most first. */
function districtsOf(streets: Streets, here: string): Districts {
  const counts = new Map<string, number>();
  for (const { district, count } of streets)
    if (district !== here) counts.set(district, (counts.get(district) ?? 0) + count);
  return [...counts]
    .map(([district, count]) => ({ district, count }))
    .sort((one, other) => other.count - one.count || one.district.localeCompare(other.district, 'zh-CN'));
}
